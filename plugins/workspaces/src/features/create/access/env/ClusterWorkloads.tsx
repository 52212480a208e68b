import { useCallback } from 'react';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useApi } from '@backstage/core-plugin-api';
import { useWatch } from 'react-hook-form';
import { butlerApiRef } from '../../../../api';
import type { ButlerError } from '../../../../api';
import { ErrorPanel, Loading } from '../../../../components';
import { EnvFields } from '../../../../components/specForm';
import { useTranslation } from '../../../../hooks';
import { useLoaded } from '../../../../hooks/useLoaded';
import type { CreateValues } from '../../form/values';
import { WorkloadPicker } from './WorkloadPicker';
import { namespaceOf, namespacesOf } from './workloads';

interface ClusterProps {
  team: string;
  cluster: string;
}

function LoadingWorkloads({ cluster }: { cluster: string }) {
  const { t } = useTranslation();
  return (
    <Loading
      label={t('create.access.env.loading', { cluster })}
      heights={[40, 40, 40]}
    />
  );
}

/** Where no list can be had: what has happened, and the names as fields. */
function ByHand({
  cluster,
  failed,
}: {
  cluster: string;
  failed: { error: ButlerError; retry(): void };
}) {
  const { t } = useTranslation();
  return (
    <Stack spacing={2}>
      <ErrorPanel
        title={t('create.access.env.failed', { cluster })}
        error={failed.error}
        onRetry={failed.retry}
      />
      <Typography variant="body2" color="text.secondary">
        {t('create.access.env.byHand')}
      </Typography>
      <EnvFields />
    </Stack>
  );
}

/** For a cluster with more than is listed at once: one namespace is asked for at a time. */
function OneNamespace({
  team,
  cluster,
  namespaces,
}: ClusterProps & { namespaces: readonly string[] }) {
  const { t } = useTranslation();
  const api = useApi(butlerApiRef);
  const env = useWatch<CreateValues, 'env'>({ name: 'env' });
  const namespace = namespaceOf(env, namespaces);
  const loaded = useLoaded(
    useCallback(
      async () =>
        namespace
          ? api.getWorkloads(team, cluster, namespace)
          : { namespaces: [], items: [], truncated: false },
      [api, team, cluster, namespace],
    ),
  );
  if (loaded.state === 'failed') {
    return <ByHand cluster={cluster} failed={loaded} />;
  }
  if (loaded.state === 'ready' && loaded.value.truncated) {
    return (
      <Stack spacing={2}>
        <Typography variant="body2" color="text.secondary">
          {t('create.access.env.truncated', { namespace })}
        </Typography>
        <EnvFields />
      </Stack>
    );
  }
  return (
    <WorkloadPicker
      cluster={cluster}
      namespaces={namespaces}
      items={loaded.state === 'ready' ? loaded.value.items : undefined}
    />
  );
}

/** The workloads of a cluster, in each state of knowing them. */
export function ClusterWorkloads({ team, cluster }: ClusterProps) {
  const api = useApi(butlerApiRef);
  const loaded = useLoaded(
    useCallback(() => api.getWorkloads(team, cluster), [api, team, cluster]),
  );
  if (loaded.state === 'loading') return <LoadingWorkloads cluster={cluster} />;
  if (loaded.state === 'failed') {
    return <ByHand cluster={cluster} failed={loaded} />;
  }
  const { namespaces, items, truncated } = loaded.value;
  return truncated ? (
    <OneNamespace team={team} cluster={cluster} namespaces={namespaces} />
  ) : (
    <WorkloadPicker
      cluster={cluster}
      namespaces={namespacesOf(loaded.value)}
      items={items}
    />
  );
}
