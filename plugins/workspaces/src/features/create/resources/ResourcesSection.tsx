import { useWatch } from 'react-hook-form';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from '../../../hooks';
import type { ClusterChoice } from '../basics/clusterChoice';
import type { CreateValues } from '../form/values';
import { Panel } from '../../../components/Panel';
import { TextInput } from '../TextInput';
import { PresetPicker } from './PresetPicker';
import type { Size } from './presets';
import { shortages } from './room';

const PARTS: (keyof Size)[] = ['cpu', 'memory', 'storage'];
const GRID = {
  display: 'grid',
  columnGap: 2,
  rowGap: 1,
  mt: 3,
  gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, 1fr)' },
} as const;

/** What stands under a quantity: what the cluster has left of it, or that this asks for more. */
function useQuotaHints(cluster: ClusterChoice | undefined, size: Size) {
  const { t } = useTranslation();
  return (part: keyof Size): string => {
    if (!cluster) return t(`create.resources.${part}Hint`);
    const name = cluster.metadata.name;
    const { left, limit } = cluster.quota[part];
    if (left === undefined || limit === undefined) {
      return t('create.resources.unlimited', { cluster: name });
    }
    const words = { left, limit, cluster: name };
    return shortages(size, cluster.quota).includes(part)
      ? t('create.resources.short', words)
      : t('create.resources.left', words);
  };
}

function CountLeft({ cluster }: { cluster: ClusterChoice | undefined }) {
  const { t } = useTranslation();
  if (!cluster) return <>{t('create.resources.chooseCluster')}</>;
  const { left } = cluster.quota.count;
  const name = cluster.metadata.name;
  return left === undefined ? (
    <>{t('create.resources.countUnlimited', { cluster: name })}</>
  ) : (
    <>{t('create.resources.count', { cluster: name, count: Number(left) })}</>
  );
}

/** How large the workspace is, with what the cluster has left beside it. */
export function ResourcesSection({
  clusters,
}: {
  /** Undefined while they are not known. */
  clusters: readonly ClusterChoice[] | undefined;
}) {
  const { t } = useTranslation();
  const [chosen, cpu, memory, storage] = useWatch<
    CreateValues,
    ['cluster', 'cpu', 'memory', 'storage']
  >({ name: ['cluster', 'cpu', 'memory', 'storage'] });
  const size = { cpu, memory, storage };
  const cluster = clusters?.find(({ metadata }) => metadata.name === chosen);
  const hint = useQuotaHints(cluster, size);
  const short = cluster ? shortages(size, cluster.quota) : [];
  return (
    <Panel title={t('create.resources.heading')}>
      <PresetPicker size={size} />
      <Box sx={GRID}>
        {PARTS.map(part => (
          <TextInput
            key={part}
            name={part}
            label={t(`create.resources.${part}`)}
            hint={hint(part)}
            color={short.includes(part) ? 'warning' : undefined}
            FormHelperTextProps={{
              sx: short.includes(part) ? { color: 'warning.main' } : undefined,
            }}
          />
        ))}
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
        <CountLeft cluster={cluster} />
      </Typography>
    </Panel>
  );
}
