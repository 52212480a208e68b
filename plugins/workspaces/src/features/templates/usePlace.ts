import { useMemo } from 'react';
import type { Me } from '@butler-portal/plugin-butler-common';
import type { TemplatePlace } from '../../api';
import type { TemplateKey } from '../../components/templates';
import { placeOf } from './place';

/**
 * {@link placeOf}, the same object as long as it says the same: when the person's rights are read anew, a
 * form that is being filled in must not be loaded again.
 */
export function usePlace(
  me: Me,
  key: TemplateKey | undefined,
): TemplatePlace | undefined {
  const place = key && placeOf(me, key);
  const text = place && JSON.stringify(place);
  return (
    useMemo(() => text && (JSON.parse(text) as TemplatePlace), [text]) ||
    undefined
  );
}
