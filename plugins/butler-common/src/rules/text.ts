// Characters that turn the reading direction make a text look like another one (CVE-2021-42574).
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const CONTROL = /\p{Cc}/u;

/** Whether a text is one line that shows all that it holds: no control characters, no turned direction. */
export function isPlainLine(text: string): boolean {
  return !CONTROL.test(text) && !BIDI.test(text);
}

/** The same for a text of several lines. */
export function isPlainText(text: string): boolean {
  return isPlainLine(text.replace(/[\n\t]/g, ' '));
}
