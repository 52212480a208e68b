import { timestamp } from '../../apiserver/rest/metadata';
import { isObject } from '../../apiserver/types';
import { parseGoDuration } from '../duration';
import { CONNECT, CONNECT_TIME, SSH_PORT, tenantNames } from '../../names';
import { withConditions } from './conditions';
import { Action, ClusterView, Observation, Plan, TenantView } from './model';

const LOOK_AT_SERVICE = 5_000;
/** A little late rather than a little early: times in the API have whole seconds. */
const SLACK = 1_000;

function connectWanted({ workspace }: Observation): boolean {
  return workspace.metadata.annotations?.[CONNECT] === 'true';
}

/** How long until a time lies `duration` back; undefined when that is switched off or can't be told. */
export function remaining(
  since: string | undefined,
  duration: string,
  now: Date,
): number | undefined {
  const length = parseGoDuration(duration);
  const start = since === undefined ? NaN : Date.parse(since);
  if (!length || Number.isNaN(start)) return undefined;
  return start + length - now.getTime();
}

/** Where the load balancer listens: on the port of the service, or one of its own that it tells. */
function endpointOf({ service }: TenantView): string | undefined {
  const balancer = service?.status?.loadBalancer;
  const ingress = isObject(balancer) ? balancer.ingress : undefined;
  const first = Array.isArray(ingress) ? ingress[0] : undefined;
  if (!isObject(first)) return undefined;
  const address = first.ip ?? first.hostname;
  const [own] = Array.isArray(first.ports) ? first.ports : [];
  const port = isObject(own) ? own.port : SSH_PORT;
  return typeof address === 'string' ? `${address}:${port}` : undefined;
}

function planStopped(observation: Observation, tenant: TenantView): Plan {
  const { workspace, now } = observation;
  const stopped = (type: 'PodReady' | 'SSHReady' | 'Ready') => ({
    type,
    status: false,
    reason: 'WorkspaceStopped',
    message: 'The pod is gone',
  });
  const actions: Action[] = tenant.service ? [{ do: 'deleteService' }] : [];
  return {
    actions: [
      ...actions,
      {
        do: 'setStatus',
        clear: ['podName', 'sshEndpoint', 'serviceName'],
        status: {
          phase: 'Stopped',
          connected: false,
          ...(workspace.status?.connected && {
            lastDisconnectTime: timestamp(now),
          }),
          conditions: withConditions(
            observation,
            stopped('PodReady'),
            stopped('SSHReady'),
            stopped('Ready'),
          ),
        },
      },
    ],
  };
}

function planConnected(observation: Observation, tenant: TenantView): Plan {
  const { workspace, now } = observation;
  const since = workspace.metadata.annotations?.[CONNECT_TIME];
  if (!since) {
    return {
      actions: [
        { do: 'annotate', annotations: { [CONNECT_TIME]: timestamp(now) } },
      ],
    };
  }
  const left = remaining(since, workspace.spec.idleTimeout, now);
  if (left !== undefined && left <= 0) {
    return {
      actions: [
        {
          do: 'annotate',
          annotations: { [CONNECT]: null, [CONNECT_TIME]: null },
        },
      ],
    };
  }
  const again = left === undefined ? undefined : left + SLACK;
  if (!tenant.service) {
    return { actions: [{ do: 'createService' }], again: LOOK_AT_SERVICE };
  }
  const sshEndpoint = endpointOf(tenant);
  if (!sshEndpoint) return { actions: [], again: LOOK_AT_SERVICE };
  const { status } = workspace;
  if (status?.connected && status.sshEndpoint === sshEndpoint) {
    return { actions: [], again };
  }
  return {
    actions: [
      {
        do: 'setStatus',
        status: {
          connected: true,
          sshEndpoint,
          serviceName: tenantNames(workspace.metadata.name).service,
          lastActivityTime: timestamp(now),
        },
      },
    ],
    again,
  };
}

function planDisconnected(observation: Observation, tenant: TenantView): Plan {
  const { workspace, now } = observation;
  if (tenant.service || workspace.status?.connected) {
    const actions: Action[] = tenant.service ? [{ do: 'deleteService' }] : [];
    return {
      actions: [
        ...actions,
        {
          do: 'setStatus',
          clear: ['sshEndpoint', 'serviceName'],
          status: { connected: false, lastDisconnectTime: timestamp(now) },
        },
      ],
    };
  }
  const left = remaining(
    workspace.status?.lastDisconnectTime,
    workspace.spec.autoStopAfter,
    now,
  );
  if (left === undefined) return { actions: [] };
  return left <= 0
    ? { actions: [{ do: 'deletePod' }], again: 0 }
    : { actions: [], again: left + SLACK };
}

/** Care for a Running workspace: connect, disconnect, idle timeout, auto-stop, the pod that went (contract, 3.2 and 3.3). */
export function planRunning(observation: Observation): Plan {
  const { tenant } = observation;
  if (tenant === 'starting' || tenant === 'unreachable') {
    return { actions: [], again: LOOK_AT_SERVICE };
  }
  if (!tenant.pod) return planStopped(observation, tenant);
  return connectWanted(observation)
    ? planConnected(observation, tenant)
    : planDisconnected(observation, tenant);
}

/** What becomes of a Stopped workspace: it starts when somebody connects, and is deleted in the end. */
export function planWhileStopped(
  observation: Observation,
  cluster: ClusterView,
): Plan {
  const { workspace, now } = observation;
  if (connectWanted(observation)) {
    return { actions: [{ do: 'setStatus', status: { phase: 'Starting' } }] };
  }
  const left = remaining(
    workspace.status?.lastDisconnectTime,
    cluster.autoDeleteAfter,
    now,
  );
  if (left === undefined) return { actions: [] };
  return left <= 0
    ? { actions: [{ do: 'deleteWorkspace' }] }
    : { actions: [], again: left + SLACK };
}
