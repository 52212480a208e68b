import { useMemo } from 'react';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import {
  DEFAULT_EDITORS,
  EDITOR_IDS,
  EDITOR_LABELS,
} from '@butler-portal/plugin-butler-common';
import type { EditorLink } from '@butler-portal/plugin-butler-common';

/** An editor that the Portal's operators offer. */
export type Editor = Pick<EditorLink, 'id' | 'label'>;

/**
 * The editors that are offered (`butler.editors`), the first one first: what the links of a connection
 * will be, for buttons that stand there before one is known.
 */
export function useEditors(): Editor[] {
  const config = useApi(configApiRef);
  return useMemo(() => {
    const names =
      config.getOptionalStringArray('butler.editors') ?? DEFAULT_EDITORS;
    return [...new Set(names)].flatMap(name => {
      const id = EDITOR_IDS.find(known => known === name);
      return id ? [{ id, label: EDITOR_LABELS[id] }] : [];
    });
  }, [config]);
}
