import { phaseOf, wantsConnection } from '@butler-portal/plugin-butler-common';
import type { Finding } from '@butler-portal/plugin-butler-common';
import type { DiagnosisFacts } from './facts';
import { finding } from './finding';

/** A cloud's load balancer takes minutes; before that nothing is wrong. */
const PATIENCE_MS = 3 * 60_000;

function unreachable({ asked, workspace, cluster }: DiagnosisFacts): Finding[] {
  if (asked || !cluster?.status?.tenantNamespace) return [];
  const { name } = workspace.spec.clusterRef;
  return [
    finding(
      'ClusterUnreachable',
      'error',
      `The cluster “${name}” does not answer the Portal.`,
      'Have the cluster, its kubeconfig Secret and the network from the Portal to it looked at.',
      'platformAdmin',
    ),
  ];
}

function volume({ volume: claim, events }: DiagnosisFacts): Finding[] {
  if (claim?.status?.phase === 'Lost') {
    return [
      finding(
        'VolumeLost',
        'error',
        'The volume of the workspace is gone.',
        'Have the storage of the cluster looked at. What was pushed is safe; what was not is lost with the volume.',
        'platformAdmin',
      ),
    ];
  }
  if (claim?.status?.phase !== 'Pending') return [];
  // Such a volume is made when the pod has a node, which then is what is waited for.
  const waits = events.some(({ reason }) => reason === 'WaitForFirstConsumer');
  const failed = events.some(({ reason }) => reason === 'ProvisioningFailed');
  if (waits && !failed) return [];
  return [
    finding(
      'VolumePending',
      failed ? 'error' : 'info',
      failed
        ? 'The cluster could not make the volume of the workspace.'
        : 'The volume of the workspace is being made.',
      failed
        ? 'Have the storage classes of the cluster looked at, or ask for less storage.'
        : 'Wait a moment.',
      'platformAdmin',
    ),
  ];
}

// https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota
function quota({ events, workspace }: DiagnosisFacts): Finding[] {
  const ready = workspace.status?.conditions ?? [];
  const texts = [...events, ...ready].map(({ message = '' }) => message);
  if (!texts.some(text => text.includes('exceeded quota'))) return [];
  return [
    finding(
      'ExceededQuota',
      'error',
      'The workspaces of the cluster together may not have as much CPU, memory or storage.',
      'Ask for less, stop or delete workspaces that nobody uses, or have the quota raised (spec.workspaces.resourceQuota).',
      'owner',
      'teamAdmin',
      'platformAdmin',
    ),
  ];
}

function loadBalancer({ service, workspace, now }: DiagnosisFacts): Finding[] {
  if (!service || !wantsConnection(workspace)) return [];
  if (service.status?.loadBalancer?.ingress?.length) return [];
  const since = Date.parse(service.metadata.creationTimestamp ?? '');
  const late = now - since > PATIENCE_MS;
  return [
    finding(
      'LoadBalancerPending',
      late ? 'error' : 'info',
      'The cluster has not given the workspace an address yet.',
      late
        ? 'Have it looked at whether the cluster has a load balancer, and addresses left.'
        : 'Wait: it takes seconds to minutes.',
      'platformAdmin',
    ),
  ];
}

function node({ node: found }: DiagnosisFacts): Finding[] {
  const ready = found?.status?.conditions?.find(({ type }) => type === 'Ready');
  if (!ready || ready.status === 'True') return [];
  return [
    finding(
      'NodeNotReady',
      'error',
      `The node “${found?.metadata.name}” that the workspace runs on does not answer the cluster.`,
      'Have the node looked at. To go on at once, stop the workspace and start it: it moves to another node if its volume can.',
      'platformAdmin',
      'owner',
    ),
  ];
}

function podGone({ asked, pod, workspace }: DiagnosisFacts): Finding[] {
  if (!asked || pod || phaseOf(workspace) !== 'Running') return [];
  return [
    finding(
      'PodGone',
      'warning',
      'The workspace is said to run, but there is no pod. Somebody or something has deleted it.',
      'Wait until Butler sees it, within minutes, then start the workspace.',
      'owner',
    ),
  ];
}

/** What is around the pod: cluster, node, volume, quota, address. */
export function surroundingFindings(facts: DiagnosisFacts): Finding[] {
  return [
    ...unreachable(facts),
    ...podGone(facts),
    ...volume(facts),
    ...quota(facts),
    ...loadBalancer(facts),
    ...node(facts),
  ];
}
