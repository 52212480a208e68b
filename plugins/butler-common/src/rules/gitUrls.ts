// Control characters, blanks and backslashes never stand in a Git URL; encoded newlines and NULs
// reach Git's credential protocol (CVE-2020-5260).
const FORBIDDEN = /[\p{Cc}\s\\]|%0[0ad]/iu;
const SCP_LIKE = /^[a-z0-9._-]+@[a-z0-9][a-z0-9.-]*:(?!\/\/)(?!-)[^:]+$/i;
const MAX_LENGTH = 2048;

/**
 * Whether a workspace may clone from there: `https://`, `ssh://` or scp-like (`git@host:path`).
 * A leading dash would be read as an option, `transport::` runs a helper, and a password in the
 * URL would be stored where the team can read it. What follows a `#` is never sent to an HTTP server
 * (RFC 9110, section 7.1): it is meant as a branch, and the clone would fail.
 */
export function isGitUrl(text: string): boolean {
  if (!text || text.length > MAX_LENGTH || text.startsWith('-')) return false;
  if (FORBIDDEN.test(text) || text.includes('::')) return false;
  if (!text.includes('://')) return SCP_LIKE.test(text);
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (!['https:', 'ssh:'].includes(url.protocol)) return false;
  if (!url.hostname || url.hostname.startsWith('-') || url.password)
    return false;
  if (url.protocol === 'https:' && (url.username || url.hash)) return false;
  return url.pathname.length > 1;
}

/** The directory that a clone makes: the last segment of the URL without `.git`. */
export function repositoryDirectory(repository: {
  url: string;
  name?: string;
}): string {
  if (repository.name) return repository.name;
  const last = repository.url.replace(/\/+$/, '').split(/[/:]/).pop() ?? '';
  return last.replace(/\.git$/, '');
}
