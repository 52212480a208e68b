import { createHash } from 'node:crypto';
import { core } from '../../apiserver/registry/coreResource';
import { ResourceDefinition } from '../../apiserver/registry/resourceDefinition';
import { timestamp } from '../../apiserver/rest/metadata';
import { Store } from '../../apiserver/storage/store';
import { KubeObject } from '../../apiserver/types';
import { Container, podOf } from '../pods/pod';
import { formatQuantity, parseQuantity } from '../quota/quantity';

const API = 'metrics.k8s.io/v1beta1';
const WINDOW = '15s';
const MINUTE = 60_000;
const KIBIBYTE = 1024n * 10n ** 9n;
const MILLICORE = 10n ** 6n;

/** A number from 0 to below 1000 that stays the same for a minute. */
function wobble(what: string, now: Date): bigint {
  const minute = Math.floor(now.getTime() / MINUTE);
  const digest = createHash('sha256').update(`${what} ${minute}`).digest();
  return BigInt(digest.readUInt32BE(0) % 1000);
}

/** A share of a limit, in thousandths, rounded to a unit; without a limit, of what a small container has. */
function share(
  limit: string | undefined,
  otherwise: string,
  thousandths: bigint,
  unit: bigint,
): bigint {
  const whole = parseQuantity(limit ?? otherwise) ?? 0n;
  return ((whole * thousandths) / 1000n / unit) * unit;
}

/** What a container takes: 1 to 6 % of its CPU, 15 to 35 % of its memory. Nothing is measured. */
function usageOf(uid: string, container: Container, now: Date) {
  const limits = container.resources?.limits ?? {};
  const key = `${uid}/${container.name}`;
  const cpu = 10n + wobble(`${key} cpu`, now) / 20n;
  const memory = 150n + wobble(`${key} memory`, now) / 5n;
  return {
    cpu: share(limits.cpu, '500m', cpu, MILLICORE),
    memory: share(limits.memory, '512Mi', memory, KIBIBYTE),
  };
}

function format({ cpu, memory }: { cpu: bigint; memory: bigint }) {
  return {
    cpu: formatQuantity(cpu, false),
    memory: `${memory / KIBIBYTE}Ki`,
  };
}

function podMetrics(object: KubeObject, now: Date): KubeObject {
  const pod = podOf(object);
  return {
    apiVersion: API,
    kind: 'PodMetrics',
    metadata: {
      name: pod.metadata.name,
      namespace: pod.metadata.namespace,
      labels: pod.metadata.labels,
      creationTimestamp: timestamp(now),
    },
    timestamp: timestamp(now),
    window: WINDOW,
    containers: pod.spec.containers.map(container => ({
      name: container.name,
      usage: format(usageOf(pod.metadata.uid, container, now)),
    })),
  };
}

function runningPods(store: Store, namespace?: string): KubeObject[] {
  return store
    .collection('pods.')
    .list(namespace)
    .filter(({ status }) => status?.phase === 'Running');
}

function nodeMetrics(store: Store, node: KubeObject, now: Date): KubeObject {
  // What the system itself takes, and the pods on it.
  const sum = { cpu: 120n * MILLICORE, memory: 900n * 1024n * KIBIBYTE };
  for (const object of runningPods(store)) {
    const { metadata, spec } = podOf(object);
    if (spec.nodeName !== node.metadata.name) continue;
    for (const container of spec.containers) {
      const usage = usageOf(metadata.uid, container, now);
      sum.cpu += usage.cpu;
      sum.memory += usage.memory;
    }
  }
  return {
    apiVersion: API,
    kind: 'NodeMetrics',
    metadata: {
      name: node.metadata.name,
      labels: node.metadata.labels,
      creationTimestamp: timestamp(now),
    },
    timestamp: timestamp(now),
    window: WINDOW,
    usage: format(sum),
  };
}

/** `metrics.k8s.io`: what pods and nodes take at the moment, for `kubectl top`. */
export function metricsResources(
  store: Store,
  now: () => Date,
): ResourceDefinition[] {
  const common = { group: 'metrics.k8s.io', version: 'v1beta1' };
  return [
    core('PodMetrics', 'pods', [], {
      ...common,
      singular: '',
      computed: namespace =>
        runningPods(store, namespace).map(pod => podMetrics(pod, now())),
    }),
    core('NodeMetrics', 'nodes', [], {
      ...common,
      singular: '',
      namespaced: false,
      computed: () =>
        store
          .collection('nodes.')
          .list()
          .map(node => nodeMetrics(store, node, now())),
    }),
  ];
}
