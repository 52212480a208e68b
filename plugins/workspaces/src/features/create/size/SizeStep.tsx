import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useWatch } from 'react-hook-form';
import { SizeFields } from '../../../components/specForm';
import { Panel } from '../../../components/Panel';
import { useTranslation } from '../../../hooks';
import type { ClusterChoice } from '../basics/clusterChoice';
import type { CreateValues } from '../form/values';
import { QuotaBars } from './QuotaBars';
import { quotaBars } from './quotaBars';

/** How large the workspace is, with the quota of its cluster beside it. */
export function SizeStep({
  clusters = [],
}: {
  /** Undefined while they are not known. */
  clusters: readonly ClusterChoice[] | undefined;
}) {
  const { t } = useTranslation();
  const [chosen, cpu, memory, storage] = useWatch<
    CreateValues,
    ['cluster', 'cpu', 'memory', 'storage']
  >({ name: ['cluster', 'cpu', 'memory', 'storage'] });
  const cluster = clusters.find(({ metadata }) => metadata.name === chosen);
  return (
    <Stack spacing={3}>
      <Panel title={t('create.size.heading')}>
        <SizeFields />
      </Panel>
      <Panel title={t('create.size.quotaHeading')}>
        {cluster ? (
          <QuotaBars
            bars={quotaBars({ cpu, memory, storage }, cluster.quota)}
          />
        ) : (
          <Typography variant="body2" color="text.secondary">
            {t('create.size.chooseCluster')}
          </Typography>
        )}
      </Panel>
    </Stack>
  );
}
