import { JsonObject, KubeObject, ObjectMeta } from '../../apiserver/types';

/** A condition of a workspace (metav1.Condition). */
export interface Condition extends JsonObject {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason: string;
  message: string;
  lastTransitionTime: string;
  observedGeneration?: number;
}

/** The status of a workspace. */
export interface WorkspaceStatus extends JsonObject {
  phase?:
    | 'Pending'
    | 'Creating'
    | 'Running'
    | 'Starting'
    | 'Stopped'
    | 'Failed';
  podName?: string;
  pvcName?: string;
  serviceName?: string;
  sshEndpoint?: string;
  connected?: boolean;
  lastActivityTime?: string;
  lastDisconnectTime?: string;
  observedGeneration?: number;
  conditions?: Condition[];
}

/** A repository that is cloned into a workspace. */
export interface RepositorySpec {
  url: string;
  name?: string;
  branch?: string;
  secretRef?: { name: string };
}

/** What the controller reads of a workspace. */
export interface Workspace {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  spec: {
    clusterRef: { name: string };
    owner: string;
    image: string;
    repository?: RepositorySpec;
    repositories?: RepositorySpec[];
    envFrom?: {
      kind?: string;
      name: string;
      namespace?: string;
      container?: string;
    };
    dotfiles?: { url: string; installCommand?: string };
    resources?: { cpu?: string; memory?: string };
    storageSize?: string | number;
    sshPublicKeys?: string[];
    idleTimeout: string;
    autoStopAfter: string;
  };
  status?: WorkspaceStatus;
}

/** What the controller reads of the workspace's tenant cluster. */
export interface ClusterView {
  ready: boolean;
  enabled: boolean;
  maxWorkspaces: number;
  autoDeleteAfter: string;
}

/** The workspace's objects in the tenant cluster. */
export interface TenantView {
  volume?: KubeObject;
  pod?: KubeObject;
  service?: KubeObject;
}

/** All that a decision about a workspace needs. */
export interface Observation {
  workspace: Workspace;
  now: Date;
  cluster?: ClusterView;
  /** 'starting' while the cluster's API is on its way, 'unreachable' when its kubeconfig leads nowhere. */
  tenant: TenantView | 'starting' | 'unreachable';
  /** Asked only when a start depends on it: both look through many objects. */
  hasSshKeys(): boolean;
  othersOnCluster(): number;
}

/** A change that a decision asks for. */
export type Action =
  | {
      do: 'setStatus';
      status: WorkspaceStatus;
      clear?: (keyof WorkspaceStatus)[];
    }
  | { do: 'annotate'; annotations: Record<string, string | null> }
  | { do: 'addFinalizer' }
  | { do: 'removeFinalizer' }
  | { do: 'deleteWorkspace' }
  | { do: 'ensureVolume' }
  | { do: 'createPod' }
  | { do: 'deletePod' }
  | { do: 'createService' }
  | { do: 'deleteService' }
  | { do: 'deleteTenantObjects' };

/** What to do next. */
export interface Plan {
  actions: Action[];
  /** The kind of work that has to take its time before the actions happen. */
  pace?: 'begin' | 'volume' | 'clone' | 'dotfiles' | 'sshd' | 'cleanUp';
  /** Milliseconds until the next look, when nothing changes before. */
  again?: number;
}
