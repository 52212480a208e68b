import { isGitUrl } from '@butler-portal/plugin-butler-common';
import { useSearchParams } from 'react-router-dom';

/** The repository that a link to the form asks for with `?repo=`; what is no Git URL is ignored. */
export function useLinkedRepository(): string | undefined {
  const [params] = useSearchParams();
  const url = params.get('repo')?.trim();
  return url && isGitUrl(url) ? url : undefined;
}
