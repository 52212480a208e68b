import Stack from '@mui/material/Stack';
import type { Me } from '@butler-portal/plugin-butler-common';
import { SizeFields } from '../../../components/specForm';
import { Panel } from '../../../components/Panel';
import { useTranslation } from '../../../hooks';
import type { ClusterChoice } from '../basics/clusterChoice';
import { QuotaPanel } from './QuotaPanel';
import { TimePanel } from './TimePanel';

interface SizeStepProps {
  me: Me;
  /** Undefined while they are not known. */
  clusters: readonly ClusterChoice[] | undefined;
}

/** How large the workspace is and how long it runs, with the quota of its cluster beside it. */
export function SizeStep({ me, clusters }: SizeStepProps) {
  const { t } = useTranslation();
  return (
    <Stack spacing={3}>
      <Panel title={t('create.size.heading')}>
        <SizeFields />
      </Panel>
      <QuotaPanel me={me} clusters={clusters} />
      <TimePanel />
    </Stack>
  );
}
