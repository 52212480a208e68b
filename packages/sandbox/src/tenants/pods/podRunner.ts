import { Objects } from '../../apiserver/objects';
import { timestamp } from '../../apiserver/rest/metadata';
import { JsonObject, KubeObject } from '../../apiserver/types';
import { Clock } from '../../controllers/clock';
import { Pace } from '../../controllers/pace';
import { recordEvent } from '../events/recordEvent';
import { runInitContainers } from '../init/runInitContainers';
import { PodLogs } from '../logs/podLogs';
import { PodShells } from '../shells/podShells';
import { Pod, podOf } from './pod';
import { InitResult, pendingStatus, runningStatus } from './podStatus';

/** What running pods needs of the rest of the node. */
export interface RunnerTools {
  objects: Objects;
  clock: Clock;
  pace: Pace;
  /** How long a pod takes to start, in milliseconds, beyond what its init containers do. */
  delay: number;
  logs: PodLogs;
  /** Undefined when shells are off. */
  shells?: PodShells;
  nextPodAddress(): string;
  /** Looks at a pod again. */
  lookAgain(key: string): void;
  report(key: string, error: unknown): void;
}

type Initialised = { results?: InitResult[] };

/**
 * The images of these registries can't be pulled: the name is reserved for what never resolves (RFC 2606), so that it
 * fails in a real cluster as well.
 */
function unpullable(pod: Pod): string | undefined {
  return [...(pod.spec.initContainers ?? []), ...pod.spec.containers]
    .map(({ image }) => image ?? '')
    .find(image => /^[^/]+\.invalid(:\d+)?\//.test(image));
}

/** Brings pods to Running and ends them: scheduler and kubelet in one. */
export class PodRunner {
  private readonly initialised = new Map<string, Initialised>();
  private readonly ending = new Set<string>();

  constructor(private readonly tools: RunnerTools) {}

  /** Brings one pod a step on; answers after how many milliseconds to look again. */
  look(key: string): number | undefined {
    const [namespace, name] = key.split('/');
    const object = this.tools.objects.get('pods', { namespace, name });
    if (!object) return undefined;
    const pod = podOf(object);
    if (object.metadata.deletionTimestamp) {
      this.end(key, object);
      return undefined;
    }
    if (!pod.status?.phase) return this.schedule(object);
    if (pod.status.phase !== 'Pending') return undefined;
    return this.start(key, object);
  }

  /** A pod is gone: its processes end, and its logs go. */
  forget(pod: KubeObject): void {
    const { uid = '' } = pod.metadata;
    this.initialised.delete(uid);
    this.tools.logs.forget(uid);
    this.tools.shells
      ?.end(uid)
      .catch(error => this.tools.report(`pods/${pod.metadata.name}`, error));
  }

  private now(): string {
    return timestamp(this.tools.clock.now());
  }

  private setStatus(pod: KubeObject, status: JsonObject): void {
    this.tools.objects.patch('pods', pod.metadata, { status }, 'status');
  }

  private tell(
    pod: KubeObject,
    reason: string,
    message: string,
    type: 'Normal' | 'Warning' = 'Normal',
  ): void {
    const component = ['Scheduled', 'FailedScheduling'].includes(reason)
      ? 'default-scheduler'
      : 'kubelet';
    const now = this.tools.clock.now();
    recordEvent(
      this.tools.objects,
      pod,
      { type, reason, message, component },
      now,
    );
  }

  private schedule(object: KubeObject): undefined {
    const { metadata } = object;
    const nodes = this.tools.objects.list('nodes');
    const node =
      nodes[parseInt((metadata.uid ?? '0').slice(0, 6), 16) % nodes.length];
    const nodeName = node?.metadata.name ?? 'node';
    this.tools.objects.patch('pods', metadata, { spec: { nodeName } });
    this.setStatus(object, pendingStatus(podOf(object), this.now()));
    this.tell(
      object,
      'Scheduled',
      `Successfully assigned ${metadata.namespace}/${metadata.name} to ${nodeName}`,
    );
    return undefined;
  }

  private start(key: string, object: KubeObject): number | undefined {
    const { pace, delay } = this.tools;
    const pod = podOf(object);
    const image = unpullable(pod);
    if (image) return this.failToPull(object, image);
    const left = pace.remaining(`pods/${key}`, 'run', delay);
    if (left > 0) return left;
    const { uid } = pod.metadata;
    const known = this.initialised.get(uid);
    if (!known) {
      this.initialise(key, pod);
      return undefined;
    }
    if (known.results) this.run(object, known.results);
    return undefined;
  }

  private initialise(key: string, pod: Pod): void {
    const { clock, report, lookAgain } = this.tools;
    const entry: Initialised = {};
    this.initialised.set(pod.metadata.uid, entry);
    runInitContainers(pod, { ...this.tools, now: () => clock.now() })
      .then(results => {
        entry.results = results;
      })
      .catch(error => {
        entry.results = [];
        report(`pods/${key}`, error);
      })
      .finally(() => lookAgain(key));
  }

  private run(object: KubeObject, results: InitResult[]): void {
    const pod = podOf(object);
    this.initialised.delete(pod.metadata.uid);
    for (const { name, image } of [
      ...(pod.spec.initContainers ?? []),
      ...pod.spec.containers,
    ]) {
      this.tell(
        object,
        'Pulled',
        `Container image "${image}" already present on machine`,
      );
      this.tell(object, 'Created', `Created container: ${name}`);
      this.tell(object, 'Started', `Started container ${name}`);
    }
    this.setStatus(
      object,
      runningStatus(pod, this.now(), this.tools.nextPodAddress(), results),
    );
  }

  private failToPull(object: KubeObject, image: string): undefined {
    const pod = podOf(object);
    const waiting = [
      ...(pod.status?.initContainerStatuses ?? []),
      ...(pod.status?.containerStatuses ?? []),
    ].some(({ state }) => state.waiting?.reason === 'ImagePullBackOff');
    if (waiting) return undefined;
    const host = image.split('/')[0];
    const why = `failed to resolve reference "${image}": failed to do request: dial tcp: lookup ${host}: no such host`;
    this.tell(object, 'Pulling', `Pulling image "${image}"`);
    this.tell(
      object,
      'Failed',
      `Failed to pull image "${image}": ${why}`,
      'Warning',
    );
    this.tell(object, 'Failed', 'Error: ImagePullBackOff', 'Warning');
    this.setStatus(
      object,
      pendingStatus(pod, this.now(), {
        reason: 'ImagePullBackOff',
        message: `Back-off pulling image "${image}": ErrImagePull: ${why}`,
      }),
    );
    return undefined;
  }

  /** A pod that was asked to go goes when its processes have ended. */
  private end(key: string, object: KubeObject): void {
    const { objects, shells, report } = this.tools;
    const { uid = '' } = object.metadata;
    if (this.ending.has(uid)) return;
    this.ending.add(uid);
    podOf(object).spec.containers.forEach(({ name }) =>
      this.tell(object, 'Killing', `Stopping container ${name}`),
    );
    Promise.resolve(shells?.end(uid))
      .then(() => {
        const current = objects.get('pods', object.metadata);
        if (current?.metadata.uid === uid) {
          objects.delete('pods', object.metadata);
        }
      })
      .catch(error => report(`pods/${key}`, error))
      .finally(() => this.ending.delete(uid));
  }
}
