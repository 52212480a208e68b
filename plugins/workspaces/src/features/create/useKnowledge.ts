import { useCallback, useMemo } from 'react';
import { teamOf } from '@butler-portal/plugin-butler-common';
import { useFieldText } from '../../components/specForm';
import { useTranslation, useWorkspaces } from '../../hooks';
import type { ClusterChoice } from './basics/clusterChoice';
import type { FormKnowledge } from './form/schema';
import { mayBeOwn } from './submit/attempt';
import type { Attempt } from './submit/attempt';

const NO_CLUSTERS: readonly ClusterChoice[] = [];

/** What the form's schema knows beyond the fields, live. */
export function useKnowledge(
  clusters: readonly ClusterChoice[] = NO_CLUSTERS,
  lastAttempt: () => Attempt | undefined,
): FormKnowledge {
  const { t } = useTranslation();
  const fieldText = useFieldText();
  const { workspaces } = useWorkspaces();
  const isTaken = useCallback(
    (team: string, name: string) =>
      !mayBeOwn(lastAttempt(), team, name) &&
      workspaces.some(
        item => item.metadata.name === name && teamOf(item) === team,
      ),
    [workspaces, lastAttempt],
  );
  return useMemo(
    () => ({
      isTaken,
      clusters,
      texts: {
        chooseTeam: t('create.basics.chooseTeam'),
        chooseCluster: t('create.cluster.choose'),
        clusterTakesNone: t('create.cluster.takesNone'),
        clusterFull: t('create.cluster.full'),
        nameTaken: t('create.basics.nameTaken'),
        ownKeyMissing: t('create.access.keys.ownKeys.required'),
        luaMissing: t('create.access.neovim.luaRequired'),
        archiveMissing: t('create.access.neovim.archiveRequired'),
      },
      fieldText,
    }),
    [isTaken, clusters, fieldText, t],
  );
}
