import { timestamp } from '../apiserver/rest/metadata';
import {
  isObject,
  JsonObject,
  KubeObject,
  ObjectKey,
} from '../apiserver/types';
import { ensureNodes } from '../tenants/nodes';
import { Tenant } from '../tenants/startTenant';
import {
  ControllerContext,
  forEachChange,
  parseQueueKey,
  queueKey,
  RunningController,
} from './context';
import { kubeconfigSecretName } from '../names';
import { Pace } from '../runtime/pace';
import { WorkQueue } from '../runtime/workQueue';

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
  const version = String(cluster.spec?.kubernetesVersion ?? 'v1.32.0');
  ensureNodes(tenant.objects, cluster.metadata.name, Number(replicas), version);
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
          kubernetesVersion: version,
        },
      },
    },
    'status',
  );
}

const PROVISIONING = 'Provisioning';

function readyCondition(ready: boolean, now: Date): JsonObject {
  return {
    type: 'Ready',
    status: ready ? 'True' : 'False',
    reason: ready ? 'ClusterReady' : PROVISIONING,
    message: ready ? 'The cluster is ready' : 'The cluster is being made',
    lastTransitionTime: timestamp(now),
  };
}

/** Told by the condition, not remembered: the controller may have been started anew meanwhile. */
function isProvisionedHere({ status }: KubeObject): boolean {
  const conditions = Array.isArray(status?.conditions) ? status.conditions : [];
  return conditions.some(
    condition => isObject(condition) && condition.reason === PROVISIONING,
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

  const setStatus = (key: ObjectKey, status: object) =>
    objects.patch('tenantclusters', key, { status }, 'status');

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
        setStatus(key, {
          phase: PROVISIONING,
          conditions: [readyCondition(false, clock.now())],
        });
      } else if (phase === 'Ready') {
        const tenant = tenants.get(key);
        if (!tenant) open(key);
        else if (cluster.status?.controlPlaneEndpoint !== tenant.url) {
          publishTenant(context, cluster, tenant);
        }
      } else if (isProvisionedHere(cluster)) {
        const left = pace.remaining(queued, 'provision', delays.cluster);
        if (left > 0) return left;
        setStatus(key, {
          phase: 'Ready',
          conditions: [readyCondition(true, clock.now())],
        });
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
