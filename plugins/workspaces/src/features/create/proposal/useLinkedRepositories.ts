import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { repositoryAt } from '../../../components/specForm';
import type { RepositoryAddress } from '../../../components/specForm';

/** The repositories that a link to the form asks for, each with a `?repo=`. */
export function useLinkedRepositories(): readonly RepositoryAddress[] {
  const [params] = useSearchParams();
  // The rest of the address changes with every step; whatever follows from a link must not run again.
  const key = JSON.stringify(params.getAll('repo'));
  return useMemo(
    () =>
      (JSON.parse(key) as string[])
        .map(url => url.trim())
        .filter(url => url !== '')
        .map(repositoryAt),
    [key],
  );
}
