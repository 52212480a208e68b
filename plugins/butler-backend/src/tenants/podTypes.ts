import type { ObjectMeta } from '@butler-portal/plugin-butler-common';

// Of the kinds of a tenant cluster, what the Portal reads.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/

/** Why a container does not run, or since when it does. */
export interface ContainerState {
  waiting?: { reason?: string; message?: string };
  running?: { startedAt?: string };
  terminated?: {
    reason?: string;
    message?: string;
    exitCode?: number;
    finishedAt?: string;
  };
}

export interface ContainerStatus {
  name: string;
  ready?: boolean;
  restartCount?: number;
  state?: ContainerState;
  lastState?: ContainerState;
}

export interface EnvVar {
  name: string;
  /** Never looked at: only whether it is there. */
  value?: string;
  valueFrom?: Record<string, unknown>;
}

export interface Container {
  name: string;
  image?: string;
  env?: EnvVar[];
  envFrom?: {
    prefix?: string;
    configMapRef?: { name?: string };
    secretRef?: { name?: string };
  }[];
  resources?: {
    requests?: Record<string, string>;
    limits?: Record<string, string>;
  };
}

export interface PodSpec {
  nodeName?: string;
  initContainers?: Container[];
  containers?: Container[];
}

export interface Pod {
  metadata: ObjectMeta;
  spec?: PodSpec;
  status?: {
    phase?: string;
    reason?: string;
    message?: string;
    conditions?: {
      type: string;
      status: string;
      reason?: string;
      message?: string;
    }[];
    initContainerStatuses?: ContainerStatus[];
    containerStatuses?: ContainerStatus[];
  };
}

export interface VolumeClaim {
  metadata: ObjectMeta;
  spec?: { resources?: { requests?: Record<string, string> } };
  status?: { phase?: string; capacity?: Record<string, string> };
}

export interface TenantService {
  metadata: ObjectMeta;
  status?: {
    loadBalancer?: { ingress?: { ip?: string; hostname?: string }[] };
  };
}

export interface TenantNode {
  metadata: ObjectMeta;
  status?: { conditions?: { type: string; status: string }[] };
}

/** Of `v1` and `events.k8s.io` alike, as the core API shows them. */
export interface TenantEventObject {
  metadata: ObjectMeta;
  involvedObject?: { kind?: string; name?: string };
  type?: string;
  reason?: string;
  message?: string;
  count?: number;
  lastTimestamp?: string | null;
  eventTime?: string | null;
}

/** A Deployment or a StatefulSet. */
export interface Workload {
  metadata: ObjectMeta;
  spec?: { template?: { spec?: PodSpec } };
}
