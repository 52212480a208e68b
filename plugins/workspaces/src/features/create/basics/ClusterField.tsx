import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { ErrorPanel, Loading } from '../../../components';
import { useTranslation } from '../../../hooks';
import type { Loaded } from '../../../hooks/useLoaded';
import type { ClusterChoice } from './clusterChoice';
import { openClusters, refusalOf } from './clusterChoice';
import { ClusterRadios } from './ClusterRadios';

function NoneOpen({ clusters }: { clusters: readonly ClusterChoice[] }) {
  const { t } = useTranslation();
  if (openClusters(clusters).length > 0) return null;
  const full = clusters.some(cluster => refusalOf(cluster) === 'full');
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {t(full ? 'create.cluster.noneOpenFull' : 'create.cluster.noneOpen')}
    </Alert>
  );
}

/** The choice of the cluster, in each of its states. */
export function ClusterField({
  clusters,
}: {
  clusters: Loaded<readonly ClusterChoice[]> & { retry(): void };
}) {
  const { t } = useTranslation();
  if (clusters.state === 'loading') {
    return (
      <Box sx={{ my: 2 }}>
        <Loading label={t('create.cluster.loading')} heights={[96]} />
      </Box>
    );
  }
  if (clusters.state === 'failed') {
    return (
      <Box sx={{ my: 2 }}>
        <ErrorPanel
          title={t('create.cluster.failed')}
          error={clusters.error}
          onRetry={clusters.retry}
        />
      </Box>
    );
  }
  if (clusters.value.length === 0) {
    return (
      <Alert severity="warning" sx={{ my: 2 }}>
        {t('create.cluster.empty')}
      </Alert>
    );
  }
  return (
    <Box sx={{ my: 1 }}>
      <ClusterRadios clusters={clusters.value} />
      <NoneOpen clusters={clusters.value} />
    </Box>
  );
}
