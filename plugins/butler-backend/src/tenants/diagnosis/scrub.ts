const HIDDEN = '***';

// What commonly stands in the output of a clone or an install script and lets somebody in.
const SECRETS: [RegExp, string][] = [
  [/([a-z][a-z0-9+.-]*:\/\/)[^/\s@]+@/gi, `$1${HIDDEN}@`],
  [/\b(authorization:\s*\w+\s+)\S+/gi, `$1${HIDDEN}`],
  [
    /\b((?:[\w-]*(?:token|passwd|password|secret|api[_-]?key|access[_-]?key))["']?\s*[=:]\s*["']?)[^\s"']+/gi,
    `$1${HIDDEN}`,
  ],
  [
    /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-)[A-Za-z0-9_-]{10,}/g,
    HIDDEN,
  ],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, HIDDEN],
  [
    /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g,
    HIDDEN,
  ],
];

/** The text without what lets somebody in, as far as it can be told, and without what a terminal would obey. */
export function scrub(text: string): string {
  const plain = text
    // eslint-disable-next-line no-control-regex -- they are what is looked for
    .replace(/\u001b\[[0-9;?]*[ -/]*[@-~]/g, '')
    // eslint-disable-next-line no-control-regex -- the same
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
  return SECRETS.reduce(
    (rest, [pattern, replacement]) => rest.replace(pattern, replacement),
    plain,
  );
}
