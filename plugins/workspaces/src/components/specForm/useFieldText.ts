import { useCallback } from 'react';
import { FIELD_MESSAGES } from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../../hooks';
import type { workspacesTranslationRef } from '../../translation';

type FieldKey = Extract<
  keyof (typeof workspacesTranslationRef)['T'],
  `fields.${string}`
>;

const KEYS = new Map(
  Object.entries(FIELD_MESSAGES).flatMap(([group, texts]) =>
    Object.entries<string>(texts).map(
      ([name, text]) => [text, `fields.${group}.${name}` as FieldKey] as const,
    ),
  ),
);

/** Says what is wrong with a field in the person's language, where it is one of Butler's own rules. */
export type FieldText = (message: string) => string;

/**
 * The words for what schemas and the backend say of fields. Both speak English and know their rules by
 * these texts; what is none of them, such as the words of the API server, stays as it is.
 */
export function useFieldText(): FieldText {
  const { t } = useTranslation();
  return useCallback(
    message => {
      const key = KEYS.get(message);
      return key ? t(key) : message;
    },
    [t],
  );
}
