import { branchSchema, isGitUrl } from '@butler-portal/plugin-butler-common';
import gitUrlParse from 'git-url-parse';

/** A repository as an address names it. */
export interface RepositoryAddress {
  url: string;
  /** Empty = the address names none. */
  branch: string;
}

// What forges call the pages of a directory and of a file.
const PAGES = ['tree', 'blob', 'raw', 'edit', 'blame'];

function refOf(page: gitUrlParse.GitUrl): string | undefined {
  const { filepathtype, filepath, ref } = page;
  if (filepathtype !== 'src') return ref;
  if (page.source === 'bitbucket.org') return ref;
  // Gitea and Forgejo: /src/branch/NAME. Any other `src` may be a group of GitLab's.
  return ['branch', 'tag'].includes(ref) ? filepath.split('/')[0] : undefined;
}

function isPage({ filepathtype, ref }: gitUrlParse.GitUrl, url: URL): boolean {
  return (
    [...PAGES, 'src'].includes(filepathtype) ||
    // A clone URL may have a query, though hardly one of these: Azure's `?version=`, GitHub's `?tab=`.
    (url.search !== '' && (Boolean(ref) || url.searchParams.has('tab'))) ||
    url.hash !== '' ||
    url.pathname.includes('/-/')
  );
}

function parsePage(address: string): gitUrlParse.GitUrl | undefined {
  try {
    return gitUrlParse(address);
  } catch {
    // It stays what was typed; the rules of the field say what is wrong with it.
    return undefined;
  }
}

/**
 * The repository behind an address. People copy what stands in the browser, and the catalog's
 * `backstage.io/source-location` is such an address, too: a page of a forge, which Git cannot clone. A
 * clone URL stays as it is. Which part of `/tree/feature/x` is the branch only the forge knows: the
 * first segment is taken.
 */
export function repositoryAt(address: string): RepositoryAddress {
  const asTyped = { url: address, branch: '' };
  if (!URL.canParse(address)) return asTyped;
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.username || url.password) return asTyped;
  if (url.pathname.endsWith('.git')) return asTyped;
  const page = parsePage(address);
  if (!page || !isPage(page, url)) return asTyped;
  const ref = refOf(page);
  const repository = page.toString('https');
  if (ref === undefined || !isGitUrl(repository)) return asTyped;
  return {
    url: repository,
    branch: branchSchema.safeParse(ref).success ? ref : '',
  };
}
