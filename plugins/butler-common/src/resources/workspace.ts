import { Condition, KubeObject } from './meta';
import { CONNECT_ANNOTATION, TEAM_LABEL } from './names';

/** Every phase that a workspace can be in (contract, section 1). */
export const WORKSPACE_PHASES = [
  'Pending',
  'Creating',
  'Running',
  'Starting',
  'Stopped',
  'Failed',
] as const;

/** Where a workspace stands; `Failed` is left by deletion alone. */
export type WorkspacePhase = (typeof WORKSPACE_PHASES)[number];

/** A Git repository that is cloned into a workspace. */
export interface WorkspaceRepository {
  url: string;
  /** Directory name; the last segment of the URL without `.git` when left out. */
  name?: string;
  /** `main` when left out. */
  branch?: string;
  /** A Secret of the team namespace with the Git credential. */
  secretRef?: { name: string };
}

/** What the pod may use at most. */
export interface WorkspaceResources {
  /** Quantity, limit of the pod. */
  cpu?: string;
  /** Quantity, limit of the pod. */
  memory?: string;
}

/** The container whose literal environment variables are copied; ones with `valueFrom` are skipped. */
export interface WorkspaceEnvFrom {
  /** `Deployment` when left out. */
  kind?: 'Deployment' | 'StatefulSet';
  name: string;
  /** `default` when left out. */
  namespace?: string;
  /** The first one when left out. */
  container?: string;
}

/** A repository with somebody's own settings, installed in each new pod (contract, section 3.4). */
export interface WorkspaceDotfiles {
  url: string;
  /** When left out, the first of `install.sh`, `install`, `bootstrap.sh` and others that is there. */
  installCommand?: string;
}

/** A configuration of Neovim, in one of three ways. */
export interface WorkspaceEditorConfig {
  /** Address of a Git repository; wins over both others. */
  neovimConfigRepo?: string;
  /** Content of an `init.lua`. */
  neovimInitLua?: string;
  /** A base64-encoded tar.gz. */
  neovimConfigArchive?: string;
}

/** What Butler takes where a workspace does not say (contract, section 1). */
export const WORKSPACE_DEFAULTS = {
  cpu: '2',
  memory: '4Gi',
  storageSize: '10Gi',
  idleTimeout: '4h',
  autoStopAfter: '8h',
  branch: 'main',
} as const;

/** What somebody wants of a workspace (contract, section 1). */
export interface WorkspaceSpec {
  /** The TenantCluster, in the workspace's own namespace. */
  clusterRef: { name: string };
  /** E-mail; set by the backend from the session. */
  owner: string;
  image: string;
  /** Deprecated single repository: read, never written. */
  repository?: WorkspaceRepository;
  repositories?: WorkspaceRepository[];
  envFrom?: WorkspaceEnvFrom;
  resources?: WorkspaceResources;
  dotfiles?: WorkspaceDotfiles;
  /** Go duration from `connect-time` to the end of the SSH service; `4h` when left out. */
  idleTimeout?: string;
  /** Go duration from the last disconnect to the stop; `8h` when left out, `0s` means never. */
  autoStopAfter?: string;
  /** Quantity; `10Gi` when left out. */
  storageSize?: string | number;
  /** When given, these let in, and not the keys of the owner's profile. */
  sshPublicKeys?: string[];
  editorConfig?: WorkspaceEditorConfig;
}

/** What the controller has seen; not every version of it sets every field or condition. */
export interface WorkspaceStatus {
  conditions?: Condition[];
  phase?: WorkspacePhase;
  podName?: string;
  pvcName?: string;
  serviceName?: string;
  /** `ip-or-host:port`. */
  sshEndpoint?: string;
  connected?: boolean;
  /** RFC 3339. */
  lastActivityTime?: string;
  /** RFC 3339. */
  lastDisconnectTime?: string;
  observedGeneration?: number;
}

/** A private development environment: a pod on a tenant cluster. In the team's namespace. */
export interface Workspace extends KubeObject {
  kind: 'Workspace';
  spec: WorkspaceSpec;
  status?: WorkspaceStatus;
}

/** The phase; an object that no controller has seen yet is Pending (contract, section 1). */
export function phaseOf(workspace: Workspace): WorkspacePhase {
  return workspace.status?.phase ?? 'Pending';
}

/** The Team's name. The backend puts the label on every workspace that it answers with. */
export function teamOf(workspace: Workspace): string {
  return (
    workspace.metadata.labels?.[TEAM_LABEL] ??
    workspace.metadata.namespace ??
    ''
  );
}

/** Whether a connection has been asked for; `status.connected` follows once there is an address. */
export function wantsConnection(workspace: Workspace): boolean {
  return workspace.metadata.annotations?.[CONNECT_ANNOTATION] === 'true';
}

/** Whether there is an address to connect to. A Failed workspace keeps saying so, but nobody cares for it any more. */
export function isConnected(workspace: Workspace): boolean {
  return phaseOf(workspace) === 'Running' && !!workspace.status?.connected;
}

/** All repositories, the deprecated single one included. */
export function repositoriesOf(spec: {
  repository?: WorkspaceRepository;
  repositories?: WorkspaceRepository[];
}): WorkspaceRepository[] {
  if (spec.repositories?.length) return spec.repositories;
  return spec.repository ? [spec.repository] : [];
}
