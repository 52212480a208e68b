import { Objects } from '../../apiserver/objects';
import { KubeObject } from '../../apiserver/types';
import { Clock } from '../../runtime/clock';
import { Pace } from '../../runtime/pace';
import { runInitContainers } from '../init/runInitContainers';
import { PodLogs } from '../logs/podLogs';
import { PodShells } from '../shells/podShells';
import { failToPull, unpullable } from './imagePull';
import { Pod, podOf } from './pod';
import { PodRecorder } from './podRecorder';
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

/** Brings pods to Running and ends them: scheduler and kubelet in one. */
export class PodRunner {
  private readonly initialised = new Map<string, Initialised>();
  private readonly ending = new Set<string>();

  private readonly recorder: PodRecorder;

  constructor(private readonly tools: RunnerTools) {
    this.recorder = new PodRecorder(tools.objects, tools.clock);
  }

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

  private schedule(object: KubeObject): undefined {
    const { metadata } = object;
    const nodes = this.tools.objects.list('nodes');
    const node =
      nodes[parseInt((metadata.uid ?? '0').slice(0, 6), 16) % nodes.length];
    const nodeName = node?.metadata.name ?? 'node';
    this.tools.objects.patch('pods', metadata, { spec: { nodeName } });
    this.recorder.setStatus(
      object,
      pendingStatus(podOf(object), this.recorder.now()),
    );
    this.recorder.tell(
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
    if (image) {
      failToPull(this.recorder, object, image);
      return undefined;
    }
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
      this.recorder.tell(
        object,
        'Pulled',
        `Container image "${image}" already present on machine`,
      );
      this.recorder.tell(object, 'Created', `Created container: ${name}`);
      this.recorder.tell(object, 'Started', `Started container ${name}`);
    }
    this.recorder.setStatus(
      object,
      runningStatus(
        pod,
        this.recorder.now(),
        this.tools.nextPodAddress(),
        results,
      ),
    );
  }

  /** A pod that was asked to go goes when its processes have ended. */
  private end(key: string, object: KubeObject): void {
    const { objects, shells, report } = this.tools;
    const { uid = '' } = object.metadata;
    if (this.ending.has(uid)) return;
    this.ending.add(uid);
    podOf(object).spec.containers.forEach(({ name }) =>
      this.recorder.tell(object, 'Killing', `Stopping container ${name}`),
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
