import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Me, TemplateDetails } from '@butler-portal/plugin-butler-common';
import { useParams } from 'react-router-dom';
import { butlerApiRef } from '../../api';
import type { TemplatePlace } from '../../api';
import { useLoaded } from '../../hooks/useLoaded';
import type { Loaded } from '../../hooks/useLoaded';
import { placeOf } from './place';

/** The template of the address; `place` is undefined when the person belongs to no such team. */
export function useTemplateOf(me: Me): {
  place: TemplatePlace | undefined;
  template: Loaded<TemplateDetails | undefined> & { retry(): void };
} {
  const api = useApi(butlerApiRef);
  const { namespace = '', name = '' } = useParams();
  const place = useMemo(
    () => placeOf(me, { namespace, name }),
    [me, namespace, name],
  );
  const template = useLoaded(
    useCallback(
      async () => (place ? api.getTemplate(place) : undefined),
      [api, place],
    ),
  );
  return { place, template };
}
