import { Objects } from '../apiserver/objects';
import { JsonObject, KubeObject } from '../apiserver/types';

/** What each node has: as much as a usual worker. */
const CAPACITY = {
  cpu: '16',
  memory: '64Gi',
  'ephemeral-storage': '200Gi',
  pods: '110',
};

function makeNode(name: string, version: string): KubeObject {
  const ready: JsonObject = {
    type: 'Ready',
    status: 'True',
    reason: 'KubeletReady',
    message: 'kubelet is posting ready status',
  };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux' },
    },
    spec: {},
    status: {
      capacity: CAPACITY,
      allocatable: CAPACITY,
      conditions: [ready],
      addresses: [{ type: 'Hostname', address: name }],
      nodeInfo: {
        kubeletVersion: version,
        operatingSystem: 'linux',
        containerRuntimeVersion: 'containerd://2.0.0',
        osImage: 'Butler sandbox',
      },
    },
  };
}

/** Gives a tenant cluster its worker nodes, unless it has some. */
export function ensureNodes(
  objects: Objects,
  cluster: string,
  count: number,
  version: string,
): void {
  if (objects.list('nodes').length > 0) return;
  for (let index = 1; index <= Math.max(1, count); index += 1) {
    objects.create('nodes', makeNode(`${cluster}-worker-${index}`, version));
  }
}
