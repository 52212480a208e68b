import type {
  LogTail,
  TenantEvent,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import { KubernetesApiError } from '../../kubernetes/errors';
import {
  EVENTS,
  NODES,
  PODS,
  SERVICES,
  VOLUME_CLAIMS,
} from '../../kubernetes/resourceTypes';
import type {
  Pod,
  TenantEventObject,
  TenantNode,
  TenantService,
  VolumeClaim,
} from '../podTypes';
import { WORKSPACE_NAMESPACE as namespace } from '../Tenant';
import type { Tenant } from '../Tenant';
import { tenantNames, WORKSPACE_CONTAINER } from '../tenantNames';
import type { DiagnosisFacts } from './facts';
import { scrub } from './scrub';

const MAX_EVENTS = 50;
const MAX_MESSAGE = 1_000;
const LOG = { lines: 100, bytes: 16 * 1024 };

/** What the tenant cluster knows of a workspace. */
export type TenantFacts = Pick<
  DiagnosisFacts,
  'pod' | 'volume' | 'service' | 'node' | 'events' | 'logs'
>;

function toEvent(event: TenantEventObject): TenantEvent {
  const { metadata, involvedObject, lastTimestamp, eventTime } = event;
  return {
    kind: involvedObject?.kind ?? '',
    name: involvedObject?.name ?? '',
    type: event.type === 'Warning' ? 'Warning' : 'Normal',
    reason: event.reason ?? '',
    message: scrub((event.message ?? '').slice(0, MAX_MESSAGE)),
    count: event.count ?? 1,
    time: lastTimestamp ?? eventTime ?? metadata.creationTimestamp,
  };
}

async function eventsOf(tenant: Tenant, name: string): Promise<TenantEvent[]> {
  const { items } = await tenant.list<TenantEventObject>(EVENTS, namespace, {
    limit: MAX_EVENTS,
    fieldSelector: `involvedObject.name=${name}`,
  });
  return items.map(toEvent);
}

async function tail(
  tenant: Tenant,
  pod: string,
  container: string,
  previous: boolean,
): Promise<LogTail[]> {
  try {
    const text = await tenant.log({ pod, container, previous, ...LOG });
    return text ? [{ container, text: scrub(text) }] : [];
  } catch (error) {
    // It has not begun, or its log has been cleared away: there is none.
    if (error instanceof KubernetesApiError && error.status < 500) return [];
    throw error;
  }
}

/** The init containers' logs, and of the workspace's own what it said before it crashed. */
async function logsOf(tenant: Tenant, pod: Pod | undefined) {
  if (!pod) return [];
  const { name } = pod.metadata;
  const init = (pod.spec?.initContainers ?? []).map(container =>
    tail(tenant, name, container.name, false),
  );
  const own = pod.status?.containerStatuses?.find(
    status => status.name === WORKSPACE_CONTAINER,
  );
  const crashed = own?.lastState?.terminated && !own.state?.running;
  const last = crashed ? [tail(tenant, name, WORKSPACE_CONTAINER, true)] : [];
  return (await Promise.all([...init, ...last])).flat();
}

/** Asks the tenant cluster all that it knows of a workspace. Throws as its requests do. */
export async function gather(
  tenant: Tenant,
  workspace: Workspace,
): Promise<TenantFacts> {
  const names = tenantNames(workspace);
  const [pod, volume, service, ...events] = await Promise.all([
    tenant.find<Pod>(PODS, { namespace, name: names.pod }),
    tenant.find<VolumeClaim>(VOLUME_CLAIMS, { namespace, name: names.volume }),
    tenant.find<TenantService>(SERVICES, { namespace, name: names.service }),
    // Pod and volume share a name.
    eventsOf(tenant, names.pod),
    eventsOf(tenant, names.service),
  ]);
  const nodeName = pod?.spec?.nodeName;
  const [node, logs] = await Promise.all([
    nodeName ? tenant.find<TenantNode>(NODES, { name: nodeName }) : undefined,
    logsOf(tenant, pod),
  ]);
  const newest = events
    .flat()
    .sort((one, other) => (other.time ?? '').localeCompare(one.time ?? ''));
  return {
    pod,
    volume,
    service,
    node,
    logs,
    events: newest.slice(0, MAX_EVENTS),
  };
}
