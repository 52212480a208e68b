import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { butlerApiRef } from '../../api';
import { parseTemplateKey, templateId } from '../../components/templates';
import type { TemplateKey } from '../../components/templates';
import type { Known } from './proposal/useProposal';
import { useLoaded } from '../../hooks/useLoaded';
import { useSourceWorkspace } from './templates/useSourceWorkspace';
import { useLiveClusters } from './useLiveClusters';

/**
 * The team's templates and clusters, each in its own state, and what of them counts for the form.
 *
 * @param chosen - the template, as `namespace/name`; empty = none
 * @param wanted - the workspace to create one like, as `namespace/name`; empty = none
 */
export function useTeamData(team: string, chosen: string, wanted: string) {
  const api = useApi(butlerApiRef);
  const templates = useLoaded(
    useCallback(
      () => api.getTemplates(team).then(({ items }) => items),
      [api, team],
    ),
  );
  const clusters = useLiveClusters(team);
  const source = useSourceWorkspace(wanted);
  const { workspace } = source;
  const found = useLoaded(
    useCallback(
      () => api.getGitCredentials(team).then(({ items }) => items),
      [api, team],
    ),
  );
  const credentials = useMemo(
    () =>
      // Where they cannot be read, a name can be typed all the same.
      found.state === 'ready' ? found.value.map(({ name }) => name) : undefined,
    [found],
  );
  const templateItems =
    templates.state === 'ready' ? templates.value : undefined;
  const clusterItems = clusters.state === 'ready' ? clusters.value : undefined;
  const template = templateItems?.find(item => templateId(item) === chosen);
  const settled = [templates, clusters, source].every(
    ({ state }) => state !== 'loading',
  );
  const known = useMemo<Known | undefined>(
    () =>
      settled ? { template, workspace, clusters: clusterItems } : undefined,
    [settled, template, workspace, clusterItems],
  );
  // A template that the team does not have is not written into the request.
  const templateKey: TemplateKey | undefined =
    template && parseTemplateKey(chosen);
  const filledIn = known && (template || !chosen) ? chosen : undefined;
  return {
    templates,
    source,
    clusters,
    known,
    templateKey,
    credentials,
    filledIn,
  };
}

/** What the backend has told about a team, for the steps. */
export type TeamData = ReturnType<typeof useTeamData>;
