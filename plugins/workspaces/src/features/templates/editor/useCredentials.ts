import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useWatch } from 'react-hook-form';
import type { Control } from 'react-hook-form';
import { butlerApiRef } from '../../../api';
import { useLoaded } from '../../../hooks/useLoaded';
import type { TemplateValues } from './values';

const NONE: readonly string[] = [];

/** Names of the Git credentials of the team in the form; a template of every team has none to choose from. */
export function useCredentials(
  control: Control<TemplateValues>,
): readonly string[] {
  const api = useApi(butlerApiRef);
  const team = useWatch({ control, name: 'team' });
  const found = useLoaded(
    useCallback(
      async () => (team ? (await api.getGitCredentials(team)).items : []),
      [api, team],
    ),
  );
  return useMemo(
    () =>
      // Where they cannot be read, a name can be typed all the same.
      found.state === 'ready' ? found.value.map(({ name }) => name) : NONE,
    [found],
  );
}
