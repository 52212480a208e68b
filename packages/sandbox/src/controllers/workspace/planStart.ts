import { findCondition, isTrue, withConditions } from './conditions';
import { ClusterView, Observation, Plan, TenantView } from './model';
import { planFailure } from './planFailure';
import { planFinish } from './planFinish';
import { tenantNames } from '../../names';

const LOOK_AT_CLUSTER = 5 * 60_000;
const LOOK_AT_POD = 5_000;
const LOOK_AT_TENANT = 200;

/** Why a workspace can't ever start on a cluster that is there (contract, section 3.1, point 2), if so. */
function findFailure(
  observation: Observation,
  cluster: ClusterView,
): { reason: string; message: string } | undefined {
  const { workspace } = observation;
  const name = workspace.spec.clusterRef.name;
  if (!cluster.enabled) {
    return {
      reason: 'WorkspacesDisabled',
      message: `Workspaces are not enabled on TenantCluster "${name}"`,
    };
  }
  const isNew = (workspace.status?.phase ?? 'Pending') === 'Pending';
  if (
    isNew &&
    cluster.maxWorkspaces > 0 &&
    observation.othersOnCluster() >= cluster.maxWorkspaces
  ) {
    return {
      reason: 'QuotaExceeded',
      message: `TenantCluster "${name}" has reached its maximum of ${cluster.maxWorkspaces} workspaces`,
    };
  }
  if (!observation.hasSshKeys()) {
    return {
      reason: 'SSHKeysRequired',
      message: `Neither the workspace nor the profile of ${workspace.spec.owner} has an SSH public key`,
    };
  }
  if (cluster.ready && observation.tenant === 'unreachable') {
    return {
      reason: 'TenantClientError',
      message: `No client for TenantCluster "${name}": its kubeconfig Secret is missing or leads nowhere`,
    };
  }
  return undefined;
}

function planWaiting(observation: Observation): Plan {
  const message = `TenantCluster "${observation.workspace.spec.clusterRef.name}" is not Ready`;
  const ready = findCondition(observation, 'Ready');
  const known =
    ready?.reason === 'WaitingForDependencies' && ready.message === message;
  return {
    actions: known
      ? []
      : [
          {
            do: 'setStatus',
            status: {
              conditions: withConditions(observation, {
                type: 'Ready',
                status: false,
                reason: 'WaitingForDependencies',
                message,
              }),
            },
          },
        ],
    again: LOOK_AT_CLUSTER,
  };
}

function planPod(
  observation: Observation,
  pod: NonNullable<TenantView['pod']>,
): Plan | undefined {
  const phase = String(pod.status?.phase ?? 'Pending');
  // One that is on its way out is not the one that this start is about.
  if (phase === 'Running' && !pod.metadata.deletionTimestamp) return undefined;
  const message = `Pod phase: ${phase}`;
  const known = findCondition(observation, 'PodReady')?.message === message;
  const update = {
    type: 'PodReady' as const,
    status: false,
    reason: 'PodNotReady',
    message,
  };
  return {
    actions: known
      ? []
      : [
          {
            do: 'setStatus',
            status: { conditions: withConditions(observation, update) },
          },
        ],
    again: LOOK_AT_POD,
  };
}

/** The way from Pending, Creating or Starting to Running, one visible step at a time. */
export function planStart(
  observation: Observation,
  cluster: ClusterView,
): Plan {
  const { workspace, tenant } = observation;
  const failure = findFailure(observation, cluster);
  if (failure) return planFailure(observation, failure);
  if (!cluster.ready) return planWaiting(observation);
  if (tenant === 'starting' || tenant === 'unreachable') {
    return { actions: [], again: LOOK_AT_TENANT };
  }
  if (workspace.status?.phase === 'Pending') {
    return {
      pace: 'begin',
      actions: [{ do: 'setStatus', status: { phase: 'Creating' } }],
    };
  }
  const names = tenantNames(workspace.metadata.name);
  if (!tenant.volume) return { actions: [{ do: 'ensureVolume' }], again: 0 };
  if (!isTrue(observation, 'PVCReady')) {
    return {
      pace: 'volume',
      actions: [
        {
          do: 'setStatus',
          status: {
            pvcName: names.volume,
            conditions: withConditions(observation, {
              type: 'PVCReady',
              status: true,
              reason: 'PVCBound',
              message: 'The volume is bound',
            }),
          },
        },
      ],
    };
  }
  if (!tenant.pod) {
    return {
      actions: [
        { do: 'createPod' },
        { do: 'setStatus', status: { podName: names.pod } },
      ],
      again: 0,
    };
  }
  return (
    planPod(observation, tenant.pod) ?? planFinish(observation, tenant.pod)
  );
}
