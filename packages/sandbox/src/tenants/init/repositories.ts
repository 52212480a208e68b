/** A repository that `git-clone` brings into the workspace; the JSON of its environment. */
export interface Checkout {
  url: string;
  branch: string;
  /** Below `/workspace`. */
  path: string;
  /** The Secret whose credentials are used, by its name in `ws-W-git-credentials`. */
  credentials?: string;
}

interface RepositorySpec {
  url: string;
  name?: string;
  branch?: string;
  secretRef?: { name: string };
}

/** The last part of a repository's URL, without `.git`; of a scp-like address, too. */
export function repositoryName(url: string): string {
  const last = url.replace(/\/+$/, '').split(/[/:]/).pop() ?? '';
  return last.replace(/\.git$/, '') || 'repository';
}

/** Where the repositories of a workspace go (contract, section 2): one to `src`, several side by side by their names. */
export function planCheckouts(repositories: RepositorySpec[]): Checkout[] {
  return repositories.map(({ url, name, branch, secretRef }) => ({
    url,
    branch: branch ?? 'main',
    path: repositories.length === 1 ? 'src' : name ?? repositoryName(url),
    ...(secretRef && { credentials: secretRef.name }),
  }));
}

/** The file with which editors open all repositories at once. */
export function codeWorkspace(checkouts: Checkout[]): string {
  const folders = checkouts.map(({ path }) => ({ path }));
  return `${JSON.stringify({ folders, settings: {} }, null, 2)}\n`;
}
