import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import { workspacesTranslationRef } from '../translation';

/** Writes one of Chambers' texts. */
export type Translate = TranslationFunction<typeof workspacesTranslationRef.T>;

/** Chambers' texts in the person's language. */
export function useTranslation(): { t: Translate } {
  return useTranslationRef(workspacesTranslationRef);
}
