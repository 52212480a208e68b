import { createHash } from 'node:crypto';
import { JsonObject } from '../../apiserver/types';
import { Container, ContainerStatus, Pod } from './pod';

/** How an init container ended. */
export interface InitResult {
  name: string;
  startedAt: string;
  finishedAt: string;
  /** What it has to say beyond its log: its termination message. */
  message?: string;
}

function condition(
  type: string,
  status: boolean,
  at: string,
  more: JsonObject = {},
): JsonObject {
  return {
    type,
    status: status ? 'True' : 'False',
    lastProbeTime: null,
    lastTransitionTime: at,
    ...more,
  };
}

function waiting(
  container: Container,
  reason: string,
  message?: string,
): ContainerStatus {
  return {
    name: container.name,
    image: container.image ?? '',
    imageID: '',
    ready: false,
    started: false,
    restartCount: 0,
    state: { waiting: { reason, ...(message && { message }) } },
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function ids(pod: Pod, container: Container) {
  const image = container.image ?? '';
  return {
    image,
    imageID: `${image.split('@')[0].replace(/:[^/:]*$/, '')}@sha256:${hash(
      image,
    )}`,
    containerID: `containerd://${hash(
      `${pod.metadata.uid}/${container.name}`,
    )}`,
  };
}

/** `Guaranteed`, `Burstable` or `BestEffort`, after what the containers ask for. */
function qosClass(pod: Pod): string {
  const resources = pod.spec.containers.map(container => ({
    limits: container.resources?.limits ?? {},
    requests:
      container.resources?.requests ?? container.resources?.limits ?? {},
  }));
  const bounded = resources.every(({ limits, requests }) =>
    ['cpu', 'memory'].every(
      name => limits[name] !== undefined && limits[name] === requests[name],
    ),
  );
  if (bounded) return 'Guaranteed';
  return resources.some(
    ({ limits, requests }) =>
      Object.keys(limits).length + Object.keys(requests).length > 0,
  )
    ? 'Burstable'
    : 'BestEffort';
}

/** A pod that is on its node and waits for its containers. */
export function pendingStatus(
  pod: Pod,
  at: string,
  why?: { reason: string; message: string },
): JsonObject {
  const inits = pod.spec.initContainers ?? [];
  const reason = why?.reason ?? 'PodInitializing';
  const unready = {
    reason: 'ContainersNotReady',
    message: `containers with unready status: [${pod.spec.containers
      .map(({ name }) => name)
      .join(' ')}]`,
  };
  return {
    phase: 'Pending',
    qosClass: qosClass(pod),
    startTime: at,
    conditions: [
      condition('PodScheduled', true, at),
      condition('Initialized', inits.length === 0, at),
      condition('ContainersReady', false, at, unready),
      condition('Ready', false, at, unready),
    ],
    initContainerStatuses: inits.map(init =>
      waiting(init, reason, why?.message),
    ),
    containerStatuses: pod.spec.containers.map(container =>
      inits.length > 0
        ? waiting(container, 'PodInitializing')
        : waiting(container, why ? reason : 'ContainerCreating', why?.message),
    ),
  };
}

/** A pod whose containers all run. */
export function runningStatus(
  pod: Pod,
  at: string,
  podIp: string,
  inits: InitResult[],
): JsonObject {
  return {
    phase: 'Running',
    qosClass: qosClass(pod),
    startTime: pod.status?.startTime ?? at,
    hostIP: '10.0.0.10',
    podIP: podIp,
    podIPs: [{ ip: podIp }],
    conditions: [
      condition('PodScheduled', true, at),
      condition('Initialized', true, at),
      condition('ContainersReady', true, at),
      condition('Ready', true, at),
    ],
    initContainerStatuses: (pod.spec.initContainers ?? []).map(init => {
      const result = inits.find(({ name }) => name === init.name);
      return {
        name: init.name,
        ...ids(pod, init),
        ready: true,
        started: false,
        restartCount: 0,
        state: {
          terminated: {
            exitCode: 0,
            reason: 'Completed',
            startedAt: result?.startedAt ?? at,
            finishedAt: result?.finishedAt ?? at,
            ...(result?.message && { message: result.message }),
          },
        },
      };
    }),
    containerStatuses: pod.spec.containers.map(container => ({
      name: container.name,
      ...ids(pod, container),
      ready: true,
      started: true,
      restartCount: 0,
      state: { running: { startedAt: at } },
    })),
  };
}
