import {
  clonePath as clonePathOf,
  isDirectoryName,
  isGitUrl,
  repositoryDirectory,
} from '@butler-portal/plugin-butler-common';
import type { RepositoryValues } from '../values';

function asTyped({ url, directory }: RepositoryValues) {
  return { url: url.trim(), name: directory.trim() || undefined };
}

// `https://host/größe`: the end of the URL is no name, so that one has to be given.
function needsDirectory({ url }: RepositoryValues): boolean {
  return (
    isGitUrl(url.trim()) &&
    !isDirectoryName(repositoryDirectory({ url: url.trim() }))
  );
}

/**
 * Whether the name of a line's directory counts (contract, section 3.4), or is there or needed all the
 * same.
 */
export function hasDirectory(
  repositories: readonly RepositoryValues[],
  index: number,
): boolean {
  const repository = repositories[index];
  return (
    repositories.length > 1 ||
    (repository !== undefined &&
      (repository.directory !== '' || needsDirectory(repository)))
  );
}

/** Where the repository is in the workspace. */
export function clonePath(
  repositories: readonly RepositoryValues[],
  index: number,
): string {
  return clonePathOf(repositories.map(asTyped), index);
}
