import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { SpecValues } from '../values';
import { repositoryAt } from './repositoryAt';
import type { RepositoryAddress } from './repositoryAt';

/**
 * Puts the repository into a line where the address of one of its pages stands.
 *
 * @returns what it has put there last, and what does so
 */
export function useAddress(
  index: number,
): [taken: RepositoryAddress | undefined, take: () => void] {
  const { getValues, setValue } = useFormContext<SpecValues>();
  const [taken, setTaken] = useState<RepositoryAddress>();
  const take = () => {
    const typed = getValues(`repositories.${index}`);
    const { url, branch } = repositoryAt(typed.url.trim());
    if (url === typed.url.trim()) return;
    const fillsBranch = branch !== '' && typed.branch.trim() === '';
    setValue(`repositories.${index}.url`, url, { shouldValidate: true });
    if (fillsBranch) setValue(`repositories.${index}.branch`, branch);
    setTaken({ url, branch: fillsBranch ? branch : '' });
  };
  return [taken, take];
}
