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

export interface WorkspaceResources {
  /** Quantity, limit of the pod. */
  cpu?: string;
  /** Quantity, limit of the pod. */
  memory?: string;
}

export interface WorkspaceEnvFrom {
  kind?: 'Deployment' | 'StatefulSet';
  name: string;
  namespace?: string;
  container?: string;
}

export interface WorkspaceDotfiles {
  url: string;
  installCommand?: string;
}

export interface WorkspaceEditorConfig {
  neovimConfigRepo?: string;
  neovimInitLua?: string;
  neovimConfigArchive?: string;
}

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
  /** Go duration. */
  idleTimeout?: string;
  /** Go duration; `0s` means never. */
  autoStopAfter?: string;
  /** Quantity. */
  storageSize?: string | number;
  sshPublicKeys?: string[];
  editorConfig?: WorkspaceEditorConfig;
}

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

/** All repositories, the deprecated single one included. */
export function repositoriesOf(spec: {
  repository?: WorkspaceRepository;
  repositories?: WorkspaceRepository[];
}): WorkspaceRepository[] {
  if (spec.repositories?.length) return spec.repositories;
  return spec.repository ? [spec.repository] : [];
}
