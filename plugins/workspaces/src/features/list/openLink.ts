/** Hands a link over to the program that the system has for it, such as an editor. */
export function openLink(url: string): void {
  window.location.assign(url);
}
