/** An environment variable of a container. Never its value. */
export interface WorkloadVariable {
  name: string;
  /** Whether a workspace would get it: literal ones only (contract, section 1). */
  copied: boolean;
  /** Where its value comes from, when it is not copied. */
  source?: WorkloadVariableSource;
}

/** Kubernetes' words for where a value comes from. */
export type WorkloadVariableSource =
  | 'secretKeyRef'
  | 'configMapKeyRef'
  | 'fieldRef'
  | 'resourceFieldRef'
  | 'other';

/** A ConfigMap or Secret whose entries all become variables; none of them is copied. */
export interface WorkloadEnvFrom {
  source: 'configMapRef' | 'secretRef';
  name: string;
}

/** A container of a workload, with what its environment consists of. */
export interface WorkloadContainer {
  name: string;
  env: WorkloadVariable[];
  envFrom: WorkloadEnvFrom[];
}

/** A workload that a workspace can copy the environment of. */
export interface Workload {
  kind: 'Deployment' | 'StatefulSet';
  namespace: string;
  name: string;
  containers: WorkloadContainer[];
}

/** Answer of `GET /teams/:team/clusters/:cluster/workloads`. */
export interface WorkloadList {
  /** Those of people, not of Kubernetes itself. */
  namespaces: string[];
  items: Workload[];
  /** Whether there are more than the Portal reads; narrow it to a namespace. */
  truncated: boolean;
}
