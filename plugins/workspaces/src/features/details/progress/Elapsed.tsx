import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Typography from '@mui/material/Typography';
import { teamOf } from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { butlerApiRef } from '../../../api';
import { durationInWords } from '../../../components/durationInWords';
import { useLanguage, useNow, useTranslation } from '../../../hooks';
import { useLoaded } from '../../../hooks/useLoaded';

const EVERY_SECOND_MS = 1_000;

function useUsualStart(workspace: Workspace): number | undefined {
  const api = useApi(butlerApiRef);
  const team = teamOf(workspace);
  const clusters = useLoaded(
    useCallback(
      () => api.getClusters(team).then(({ items }) => items),
      [api, team],
    ),
  );
  // It is a comfort: where the clusters cannot be read, nothing is said.
  if (clusters.state !== 'ready') return undefined;
  const { name } = workspace.spec.clusterRef;
  return clusters.value.find(({ metadata }) => metadata.name === name)
    ?.usualStartSeconds;
}

/** How long the first start has taken until now, and how long one usually takes on the cluster. */
export function Elapsed({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow(EVERY_SECOND_MS);
  const usual = useUsualStart(workspace);
  const since = Date.parse(workspace.metadata.creationTimestamp ?? '');
  if (Number.isNaN(since)) return null;
  const words = (seconds: number) =>
    durationInWords(`${Math.max(1, Math.round(seconds))}s`, language) ?? '';
  const elapsed = words((now - since) / 1000);
  return (
    <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
      {usual === undefined
        ? t('details.progress.elapsed', { elapsed })
        : t('details.progress.elapsedOf', { elapsed, usual: words(usual) })}
    </Typography>
  );
}
