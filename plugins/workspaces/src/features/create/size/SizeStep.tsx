import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Me } from '@butler-portal/plugin-butler-common';
import { useWatch } from 'react-hook-form';
import { SizeFields } from '../../../components/specForm';
import { Panel } from '../../../components/Panel';
import { useTranslation, useWorkspaces } from '../../../hooks';
import type { ClusterChoice } from '../basics/clusterChoice';
import type { CreateValues } from '../form/values';
import { IdleWorkspaces } from './IdleWorkspaces';
import { idleWorkspaces } from './idleWorkspaces';
import { QuotaBars } from './QuotaBars';
import { quotaBars } from './quotaBars';
import { TimePanel } from './TimePanel';

interface SizeStepProps {
  me: Me;
  /** Undefined while they are not known. */
  clusters: readonly ClusterChoice[] | undefined;
}

/** How large the workspace is and how long it runs, with the quota of its cluster beside it. */
export function SizeStep({ me, clusters = [] }: SizeStepProps) {
  const { t } = useTranslation();
  const { workspaces } = useWorkspaces();
  const [team, chosen, cpu, memory, storage] = useWatch<
    CreateValues,
    ['team', 'cluster', 'cpu', 'memory', 'storage']
  >({ name: ['team', 'cluster', 'cpu', 'memory', 'storage'] });
  const cluster = clusters.find(({ metadata }) => metadata.name === chosen);
  const bars = cluster
    ? quotaBars({ cpu, memory, storage }, cluster.quota)
    : [];
  return (
    <Stack spacing={3}>
      <Panel title={t('create.size.heading')}>
        <SizeFields />
      </Panel>
      <Panel
        title={t('create.size.quotaHeading')}
        hint={chosen && t('create.size.quotaHint', { cluster: chosen })}
      >
        {cluster ? (
          <QuotaBars bars={bars} />
        ) : (
          <Typography variant="body2" color="text.secondary">
            {t('create.size.chooseCluster')}
          </Typography>
        )}
        {bars.some(({ over }) => over) && (
          <IdleWorkspaces
            workspaces={idleWorkspaces(workspaces, me, team, chosen)}
          />
        )}
      </Panel>
      <TimePanel />
    </Stack>
  );
}
