import { JsonObject, KubeObject, ObjectMeta } from '../../apiserver/types';

/** A variable of a container's environment. */
export interface EnvVar extends JsonObject {
  name: string;
  value?: string;
  valueFrom?: JsonObject;
}

/** What the node reads of a container. */
export interface Container extends JsonObject {
  name: string;
  image?: string;
  env?: EnvVar[];
  resources?: {
    limits?: Record<string, string>;
    requests?: Record<string, string>;
  };
}

/** A status of a container, as in `status.containerStatuses`. */
export interface ContainerStatus extends JsonObject {
  name: string;
  restartCount: number;
  state: {
    waiting?: { reason: string; message?: string };
    running?: { startedAt: string };
    terminated?: JsonObject & { exitCode: number; message?: string };
  };
}

/** What the node reads of a pod. */
export interface Pod {
  metadata: ObjectMeta & { namespace: string; uid: string };
  spec: {
    containers: Container[];
    initContainers?: Container[];
    nodeName?: string;
    terminationGracePeriodSeconds?: number;
    volumes?: {
      name: string;
      persistentVolumeClaim?: { claimName: string };
      secret?: { secretName: string };
    }[];
  };
  status?: JsonObject & {
    phase?: string;
    containerStatuses?: ContainerStatus[];
    initContainerStatuses?: ContainerStatus[];
  };
}

/** An object of the API, read as a pod; lists that a client left out are empty. */
export function podOf(object: KubeObject): Pod {
  const pod = object as unknown as Pod;
  return {
    ...pod,
    spec: { ...pod.spec, containers: pod.spec?.containers ?? [] },
  };
}

/** The name of the claim whose volume a pod mounts first, if any. */
export function claimOf({ spec }: Pod): string | undefined {
  return spec.volumes?.find(volume => volume.persistentVolumeClaim)
    ?.persistentVolumeClaim?.claimName;
}

/** The Secret with the keys that may log into a workspace's pod, if it has one. */
export function keySecretOf({ spec }: Pod): string | undefined {
  return spec.volumes?.find(({ name }) => name === 'ssh-keys')?.secret
    ?.secretName;
}
