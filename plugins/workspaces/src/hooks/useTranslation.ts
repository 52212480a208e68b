import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workspacesTranslationRef } from '../translation';

/** Chambers' texts in the person's language. */
export function useTranslation() {
  return useTranslationRef(workspacesTranslationRef);
}
