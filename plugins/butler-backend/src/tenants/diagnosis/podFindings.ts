import type { Finding } from '@butler-portal/plugin-butler-common';
import type { ContainerStatus, Pod } from '../podTypes';
import type { DiagnosisFacts } from './facts';
import { finding } from './finding';

// https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/images/types.go
const IMAGE_REASONS = [
  'ImagePullBackOff',
  'ErrImagePull',
  'InvalidImageName',
  'ErrImageNeverPull',
  'RegistryUnavailable',
];

function imageAction(message: string): string {
  if (/unauthori[sz]ed|denied|forbidden|authentication/i.test(message)) {
    return 'The registry wants a login that the cluster does not have. Choose an image that the cluster may pull, or have a pull secret set up.';
  }
  if (/not found|manifest unknown/i.test(message)) {
    return 'There is no such image or tag. Choose another image: an image takes effect when the workspace is stopped and started.';
  }
  return 'Choose another image, or have it looked at why the cluster does not reach the registry.';
}

function image(
  { name, state }: ContainerStatus,
  pod: Pod,
  facts: DiagnosisFacts,
): Finding[] {
  const { reason = '', message = '' } = state?.waiting ?? {};
  if (!IMAGE_REASONS.includes(reason)) return [];
  const { containers = [], initContainers = [] } = pod.spec ?? {};
  const found = [...containers, ...initContainers].find(
    container => container.name === name,
  );
  const told = facts.events.find(event => event.reason === 'Failed')?.message;
  return [
    finding(
      reason,
      'error',
      `The image ${found?.image ?? ''} could not be pulled.`,
      imageAction(`${message} ${told ?? ''}`),
      'owner',
      'teamAdmin',
      'platformAdmin',
    ),
  ];
}

function outOfMemory({ name, state, lastState }: ContainerStatus): Finding[] {
  const killed = [state, lastState].some(
    each => each?.terminated?.reason === 'OOMKilled',
  );
  if (!killed) return [];
  return [
    finding(
      'OOMKilled',
      state?.running ? 'warning' : 'error',
      `The container “${name}” was killed because it used more memory than its limit.`,
      'Give the workspace more memory, then stop and start it; or run less in it at once.',
      'owner',
    ),
  ];
}

function crash({ name, state, lastState }: ContainerStatus): Finding[] {
  const { reason = '' } = state?.waiting ?? {};
  if (!['CrashLoopBackOff', 'RunContainerError'].includes(reason)) return [];
  const code = lastState?.terminated?.exitCode;
  return [
    finding(
      reason,
      'error',
      `The container “${name}” ends as soon as it starts${
        code === undefined ? '' : `, with exit code ${code}`
      }.`,
      'Read its log. If the image is made for workspaces it runs an SSH server and stays; choose another one otherwise.',
      'owner',
      'teamAdmin',
    ),
  ];
}

function configuration({ name, state }: ContainerStatus): Finding[] {
  const { reason = '' } = state?.waiting ?? {};
  if (reason !== 'CreateContainerConfigError') return [];
  return [
    finding(
      reason,
      'error',
      `The container “${name}” lacks a Secret or ConfigMap that it needs.`,
      'Stop the workspace and start it, so that Butler makes them anew. If that does not help, have the cluster looked at.',
      'owner',
      'platformAdmin',
    ),
  ];
}

function unschedulable({ status }: Pod): Finding[] {
  const scheduled = status?.conditions?.find(
    ({ type }) => type === 'PodScheduled',
  );
  if (scheduled?.status !== 'False') return [];
  const { message = '' } = scheduled;
  const full = /insufficient/i.test(message);
  return [
    finding(
      'Unschedulable',
      'error',
      full
        ? 'No node of the cluster has room for the workspace.'
        : 'No node of the cluster takes the workspace.',
      full
        ? 'Ask for less CPU or memory, stop workspaces that nobody uses, or have nodes added.'
        : 'Have the nodes, their taints and the volume’s zone looked at.',
      ...(full ? (['owner', 'teamAdmin'] as const) : []),
      'platformAdmin',
    ),
  ];
}

function evicted({ status }: Pod): Finding[] {
  if (status?.reason !== 'Evicted') return [];
  return [
    finding(
      'Evicted',
      'error',
      'The node ran short of something and put the workspace out.',
      'Start the workspace again. If it happens more than once, give it less to do or have larger nodes added.',
      'owner',
      'platformAdmin',
    ),
  ];
}

/** What the workspace's pod says. */
export function podFindings(facts: DiagnosisFacts): Finding[] {
  const { pod } = facts;
  if (!pod) return [];
  const { initContainerStatuses = [], containerStatuses = [] } =
    pod.status ?? {};
  return [
    ...unschedulable(pod),
    ...evicted(pod),
    ...[...initContainerStatuses, ...containerStatuses].flatMap(status => [
      ...image(status, pod, facts),
      ...outOfMemory(status),
      ...crash(status),
      ...configuration(status),
    ]),
  ];
}
