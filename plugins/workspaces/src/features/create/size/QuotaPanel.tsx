import Typography from '@mui/material/Typography';
import type { Me } from '@butler-portal/plugin-butler-common';
import { useWatch } from 'react-hook-form';
import { Panel } from '../../../components/Panel';
import { useTranslation, useWorkspaces } from '../../../hooks';
import type { ClusterChoice } from '../basics/clusterChoice';
import type { CreateValues } from '../form/values';
import { IdleWorkspaces } from './IdleWorkspaces';
import { idleWorkspaces } from './idleWorkspaces';
import { QuotaBars } from './QuotaBars';
import { quotaBars } from './quotaBars';
import type { QuotaBar } from './quotaBars';

interface QuotaPanelProps {
  me: Me;
  /** Undefined while they are not known. */
  clusters: readonly ClusterChoice[] | undefined;
}

// A stopped workspace keeps its volume, and counts.
function isFreedByStop({ part }: QuotaBar): boolean {
  return part === 'cpu' || part === 'memory';
}

/** What is left of the quota of the chosen cluster, and how to make room in it. */
export function QuotaPanel({ me, clusters = [] }: QuotaPanelProps) {
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
  const tooMuch = bars.filter(({ over }) => over);
  return (
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
      {tooMuch.length > 0 &&
        (tooMuch.every(isFreedByStop) ? (
          <IdleWorkspaces
            workspaces={idleWorkspaces(workspaces, me, team, chosen)}
          />
        ) : (
          <Typography variant="body2" color="text.secondary">
            {t('create.size.deleteInstead')}
          </Typography>
        ))}
    </Panel>
  );
}
