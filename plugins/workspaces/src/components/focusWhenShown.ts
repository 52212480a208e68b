/**
 * A ref for what has the focus first in a dialog that has just been opened. The dialog gives the
 * focus back to where it came from when it closes.
 */
export function focusWhenShown(element: HTMLElement | null): void {
  element?.focus();
}
