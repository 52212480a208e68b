// Material's names are words, written as `LocalCafe` or `local_cafe`.
const MATERIAL_NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;
const MAX_LENGTH = 2048;

/**
 * Whether a text may be the icon of a template: the name of a Material icon or an https address of
 * a picture. Nothing that a browser would run (`javascript:`, `data:`) and no password in it.
 */
export function isTemplateIcon(text: string): boolean {
  if (MATERIAL_NAME.test(text)) return true;
  if (text.length > MAX_LENGTH || /[\p{Cc}\s\\"'<>`]/u.test(text)) return false;
  if (!text.startsWith('https://') || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.hostname !== '' && !url.username && !url.password;
}
