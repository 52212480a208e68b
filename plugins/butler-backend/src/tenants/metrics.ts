import type {
  ResourceMetrics,
  Workspace,
  WorkspaceMetrics,
} from '@butler-portal/plugin-butler-common';
import { KubernetesApiError } from '../kubernetes/errors';
import { POD_METRICS, PODS, VOLUME_CLAIMS } from '../kubernetes/resourceTypes';
import type { Pod, VolumeClaim } from './podTypes';
import { WORKSPACE_NAMESPACE as namespace } from './Tenant';
import type { Tenant } from './Tenant';
import type { TenantClients } from './TenantClients';
import { clusterOf, tenantNames, WORKSPACE_CONTAINER } from './tenantNames';

// https://github.com/kubernetes/metrics/blob/master/pkg/apis/metrics/v1beta1/types.go
interface PodMetrics {
  timestamp?: string;
  containers?: { name: string; usage?: Record<string, string> }[];
}

/** What is measured; nothing where the tenant has no metrics-server, or one that is ill. */
async function measured(
  tenant: Tenant,
  name: string,
): Promise<PodMetrics | undefined> {
  try {
    return await tenant.find<PodMetrics>(POD_METRICS, { namespace, name });
  } catch (error) {
    // 503 is what the API server says while metrics-server is away.
    if (error instanceof KubernetesApiError && error.status !== 401) {
      return undefined;
    }
    throw error;
  }
}

function podMetrics(
  pod: Pod,
  metrics: PodMetrics | undefined,
): WorkspaceMetrics {
  const byName = ({ name }: { name: string }) => name === WORKSPACE_CONTAINER;
  const { requests, limits } =
    pod.spec?.containers?.find(byName)?.resources ?? {};
  const usage = metrics?.containers?.find(byName)?.usage;
  const status = pod.status?.containerStatuses?.find(byName);
  const resource = (name: string): ResourceMetrics => ({
    requested: requests?.[name],
    limit: limits?.[name],
    used: usage?.[name],
  });
  const startedAt = status?.state?.running?.startedAt;
  const since = Date.parse(startedAt ?? '');
  return {
    cpu: resource('cpu'),
    memory: resource('memory'),
    startedAt,
    uptimeSeconds: Number.isNaN(since)
      ? undefined
      : Math.max(0, Math.floor((Date.now() - since) / 1000)),
    restarts: status?.restartCount,
    measuredAt: usage && metrics?.timestamp,
  };
}

/** What the workspace may use and does. Throws a TenantUnavailableError when its cluster cannot be asked. */
export async function metricsOf(
  workspace: Workspace,
  tenants: TenantClients,
): Promise<WorkspaceMetrics> {
  const names = tenantNames(workspace);
  return tenants.use(clusterOf(workspace), async tenant => {
    const [pod, claim, metrics] = await Promise.all([
      tenant.find<Pod>(PODS, { namespace, name: names.pod }),
      tenant.find<VolumeClaim>(VOLUME_CLAIMS, {
        namespace,
        name: names.volume,
      }),
      measured(tenant, names.pod),
    ]);
    return {
      ...(pod && podMetrics(pod, metrics)),
      ...(claim && {
        storage: {
          requested: claim.spec?.resources?.requests?.storage,
          capacity: claim.status?.capacity?.storage,
        },
      }),
    };
  });
}
