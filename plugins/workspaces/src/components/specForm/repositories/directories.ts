import { repositoryDirectory } from '@butler-portal/plugin-butler-common';
import type { RepositoryValues } from '../values';

function directoryOf({ url, directory }: RepositoryValues): string {
  return repositoryDirectory({
    url: url.trim(),
    name: directory.trim() || undefined,
  });
}

function defaultDirectoryOf({ url }: RepositoryValues): string {
  return repositoryDirectory({ url: url.trim() });
}

/**
 * Whether the line must offer a directory name: it has one, or another line is cloned to where this
 * one's URL leads.
 */
export function needsDirectory(
  repositories: readonly RepositoryValues[],
  index: number,
): boolean {
  const one = repositories[index];
  if (!one) return false;
  if (one.directory) return true;
  const wanted = defaultDirectoryOf(one);
  return repositories.some(
    (other, position) =>
      position !== index &&
      Boolean(wanted) &&
      (directoryOf(other) === wanted || defaultDirectoryOf(other) === wanted),
  );
}

/** Where the repository is in the workspace (contract, section 2). */
export function clonePath(
  repositories: readonly RepositoryValues[],
  index: number,
): string {
  return repositories.length === 1
    ? '/workspace/src'
    : `/workspace/${directoryOf(repositories[index])}`;
}
