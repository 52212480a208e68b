// For pages that are served without TLS, where browsers have no `navigator.clipboard`.
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('readonly', '');
  field.style.position = 'fixed';
  field.style.opacity = '0';
  const before = document.activeElement;
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}

// WebKit lets a page write only within the click. A promise that is handed over in it may take its
// time: https://webkit.org/blog/10855/async-clipboard-api/
async function copyWithinClick(text: Promise<string>): Promise<boolean> {
  if (!window.ClipboardItem || !navigator.clipboard?.write) return false;
  const blob = text.then(plain => new Blob([plain], { type: 'text/plain' }));
  // Where the browser refuses before it has looked at the promise, nobody else would hear it fail.
  blob.catch(() => {});
  try {
    const item = new ClipboardItem({ 'text/plain': blob });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    // Not allowed, or a browser that takes no promise there.
    return false;
  }
}

/**
 * Puts a text into the clipboard. Call it in the click itself, with a promise where the text is not known
 * yet; throws what the promise throws.
 *
 * @returns whether it is there
 */
export async function copyText(
  wanted: string | Promise<string>,
): Promise<boolean> {
  if (typeof wanted !== 'string' && (await copyWithinClick(wanted))) {
    return true;
  }
  const text = await wanted;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not allowed, or there is no clipboard API: the old way asks for no permission.
  }
  try {
    return copyBySelection(text);
  } catch {
    return false;
  }
}
