import { KubeObject } from './meta';

/** Every phase that a tenant cluster can be in (contract, section 1). */
export type TenantClusterPhase =
  | 'Pending'
  | 'Provisioning'
  | 'Installing'
  | 'Ready'
  | 'Updating'
  | 'Deleting'
  | 'Failed';

/** How workspaces may use a tenant cluster. Defaults: contract, section 1. */
export interface TenantClusterWorkspaces {
  enabled?: boolean;
  defaultImage?: string;
  /** 0 = unlimited. */
  maxWorkspaces?: number;
  /** Quantities; what all workspaces on the cluster may use together. */
  resourceQuota?: {
    maxCPU?: string;
    maxMemory?: string;
    maxStorage?: string;
  };
  /** Go duration; 0 = never. */
  autoDeleteAfter?: string;
}

/** A cluster that Butler manages for a team, in the team's namespace. */
export interface TenantCluster extends KubeObject {
  kind: 'TenantCluster';
  spec: {
    kubernetesVersion?: string;
    teamRef?: { name: string };
    workers?: { replicas?: number };
    workspaces?: TenantClusterWorkspaces;
  };
  status?: {
    phase?: TenantClusterPhase;
    /** Where on the management cluster the Secret with its kubeconfig is. */
    tenantNamespace?: string;
    /** Where the API server is: an URL or `host[:port]`. */
    controlPlaneEndpoint?: string;
    kubeconfigSecretRef?: { name: string };
    workerNodesReady?: number;
    workerNodesDesired?: number;
  };
}

/** Image of a workspace for which nobody has named another (contract, section 1). */
export const FALLBACK_IMAGE = 'ghcr.io/butlerdotdev/workspace-base:latest';
/** `maxWorkspaces` where the cluster does not say (contract, section 1). */
export const DEFAULT_MAX_WORKSPACES = 20;

/** Why a cluster takes no new workspaces, or undefined when it does. */
export function clusterObstacle(
  cluster: TenantCluster,
): 'workspacesDisabled' | 'notReady' | undefined {
  if (!cluster.spec.workspaces?.enabled) return 'workspacesDisabled';
  if (cluster.status?.phase !== 'Ready') return 'notReady';
  return undefined;
}
