import { KubeObject, ObjectKey } from '../apiserver/types';
import { Tenant } from '../tenants/startTenant';
import {
  ControllerContext,
  forEachChange,
  parseQueueKey,
  queueKey,
  RunningController,
} from './context';
import { kubeconfigSecretName } from './names';
import { Pace } from './pace';
import { WorkQueue } from './workQueue';

/** The namespace of the management cluster that holds a tenant cluster's control plane. */
function tenantNamespaceOf(cluster: KubeObject): string {
  const named = cluster.status?.tenantNamespace;
  return typeof named === 'string' && named ? named : cluster.metadata.name;
}

/** Publishes how a tenant cluster is reached: the kubeconfig Secret and the status. */
export function publishTenant(
  { objects }: ControllerContext,
  cluster: KubeObject,
  tenant: Tenant,
): void {
  const namespace = tenantNamespaceOf(cluster);
  if (!objects.get('namespaces', { name: namespace })) {
    objects.create('namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    });
  }
  const name = kubeconfigSecretName(cluster.metadata.name);
  const stringData = { 'admin.conf': tenant.kubeconfig };
  if (objects.get('secrets', { namespace, name })) {
    // The endpoint may be another one after a restart.
    objects.patch('secrets', { namespace, name }, { stringData });
  } else {
    objects.create('secrets', {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { namespace, name },
      stringData,
    });
  }
  const workers = cluster.spec?.workers;
  const replicas =
    typeof workers === 'object' && workers && 'replicas' in workers
      ? workers.replicas
      : 0;
  objects.patch(
    'tenantclusters',
    cluster.metadata,
    {
      status: {
        phase: 'Ready',
        tenantNamespace: namespace,
        kubeconfigSecretRef: { name, namespace, key: 'admin.conf' },
        controlPlaneEndpoint: tenant.url,
        workerNodesReady: replicas,
        workerNodesDesired: replicas,
        observedGeneration: cluster.metadata.generation,
        observedState: {
          kubernetesVersion: cluster.spec?.kubernetesVersion ?? 'v1.32.0',
        },
      },
    },
    'status',
  );
}

/**
 * Makes new TenantClusters Ready, and gives each Ready one an API endpoint and the Secret that leads to it. A cluster
 * that came with a phase stays in it: a test may want one that is not Ready.
 */
export function startTenantClusterController(
  context: ControllerContext,
): RunningController {
  const { objects, tenants, clock, delays, report } = context;
  const pace = new Pace(clock);
  const own = new Set<string>();

  const setPhase = (key: ObjectKey, phase: string) =>
    objects.patch('tenantclusters', key, { status: { phase } }, 'status');

  const open = (key: ObjectKey) => {
    if (tenants.isStarting(key)) return;
    tenants
      .ensure(key)
      .then(tenant => {
        const cluster = objects.get('tenantclusters', key);
        if (cluster) publishTenant(context, cluster, tenant);
        return cluster ? undefined : tenants.remove(key);
      })
      .catch(error => report(queueKey(key), error));
  };

  const queue = new WorkQueue(
    clock,
    queued => {
      const key = parseQueueKey(queued);
      const cluster = objects.get('tenantclusters', key);
      if (!cluster || cluster.metadata.deletionTimestamp) return undefined;
      const phase = cluster.status?.phase;
      if (!phase) {
        own.add(queued);
        setPhase(key, 'Provisioning');
      } else if (phase === 'Ready') {
        const tenant = tenants.get(key);
        if (!tenant) open(key);
        else if (cluster.status?.controlPlaneEndpoint !== tenant.url) {
          publishTenant(context, cluster, tenant);
        }
      } else if (own.has(queued)) {
        const left = pace.remaining(queued, 'provision', delays.cluster);
        if (left > 0) return left;
        own.delete(queued);
        setPhase(key, 'Ready');
      }
      return undefined;
    },
    report,
  );
  const unsubscribe = forEachChange(
    context,
    'tenantclusters',
    (cluster, deleted) => {
      if (deleted) {
        tenants
          .remove(cluster.metadata)
          .catch(error => report(queueKey(cluster.metadata), error));
      } else {
        queue.add(queueKey(cluster.metadata));
      }
    },
  );
  return {
    stop() {
      unsubscribe();
      queue.stop();
    },
  };
}
