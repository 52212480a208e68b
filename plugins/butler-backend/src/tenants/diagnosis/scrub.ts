const HIDDEN = '***';

// What commonly stands in the output of a clone or an install script and lets somebody in. What a log
// says is anybody's word, and scrubbing holds up everybody else, so each pattern takes time in proportion to the text: none begins
// with a repetition, and one that fails has looked at no further than where its next attempt begins. See `yarn bench scrub`.
const SECRETS: [RegExp, string][] = [
  [/:\/\/[^/\s@]+@/g, `://${HIDDEN}@`],
  [/\b(authorization:\s*\w+\s+)\S+/gi, `$1${HIDDEN}`],
  [
    /((?:token|passwd|password|secret|api[_-]?key|access[_-]?key)["']?\s*[=:]\s*["']?)[^\s"']+/gi,
    `$1${HIDDEN}`,
  ],
  [
    /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-)[A-Za-z0-9_-]{10,}/g,
    HIDDEN,
  ],
  // Of a token that is cut off, its first part too: what begins so is JSON in base64.
  [/\beyJ[\w-]{8,}(?:\.[\w-]*)*/g, HIDDEN],
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
