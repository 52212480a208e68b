import { repositoryDirectory } from '@butler-portal/plugin-butler-common';
import type { RepositoryValues } from '../values';

function directoryOf({ url, directory }: RepositoryValues): string {
  return repositoryDirectory({
    url: url.trim(),
    name: directory.trim() || undefined,
  });
}

/** Whether the name of a line's directory counts (contract, section 3.4), or has been given all the same. */
export function hasDirectory(
  repositories: readonly RepositoryValues[],
  index: number,
): boolean {
  return repositories.length > 1 || Boolean(repositories[index]?.directory);
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
