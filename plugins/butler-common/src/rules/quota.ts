import { DEFAULT_MAX_WORKSPACES, WORKSPACE_DEFAULTS } from '../resources';
import type { TenantCluster, Workspace, WorkspaceSpec } from '../resources';
import { formatBytes, formatCores, parseQuantity } from './quantities';

/** One line of a cluster's quota, as Kubernetes writes quantities. */
export interface QuotaLine {
  /** Undefined = unlimited. */
  limit?: string;
  used: string;
  /** Undefined = unlimited; never below zero. */
  left?: string;
}

/** What a cluster's workspaces may use together. */
export interface ClusterQuota {
  count: QuotaLine;
  cpu: QuotaLine;
  memory: QuotaLine;
  storage: QuotaLine;
}

/** What a quota limits. */
export const QUOTA_NAMES = ['count', 'cpu', 'memory', 'storage'] as const;

export type QuotaName = (typeof QUOTA_NAMES)[number];

/** What a workspace takes of a quota, as Kubernetes writes quantities. */
export type QuotaDemand = Record<QuotaName, string>;

// Defaults of the kind (contract, section 1).
const DEFAULT_QUOTA = { maxCPU: '16', maxMemory: '32Gi', maxStorage: '500Gi' };

function line(
  limit: bigint | undefined,
  used: bigint,
  format: (value: bigint) => string,
): QuotaLine {
  if (limit === undefined) return { used: format(used) };
  const left = limit > used ? limit - used : BigInt(0);
  return { limit: format(limit), used: format(used), left: format(left) };
}

function sum(values: (string | number)[]): bigint {
  return values.reduce<bigint>(
    (total, value) => total + (parseQuantity(value) ?? BigInt(0)),
    BigInt(0),
  );
}

/**
 * What the workspaces of a cluster use of its quota: every workspace counts and keeps its volume,
 * only those with a pod take CPU and memory. Failed ones have neither.
 */
export function quotaOf(
  cluster: TenantCluster,
  workspaces: Workspace[],
): ClusterQuota {
  const limits = cluster.spec.workspaces;
  const quota = { ...DEFAULT_QUOTA, ...limits?.resourceQuota };
  const max = limits?.maxWorkspaces ?? DEFAULT_MAX_WORKSPACES;
  const alive = workspaces.filter(({ status }) => status?.phase !== 'Failed');
  const withPod = alive.filter(({ status }) => status?.phase !== 'Stopped');
  return {
    count: line(
      max === 0 ? undefined : BigInt(max),
      BigInt(workspaces.length),
      String,
    ),
    cpu: line(
      parseQuantity(quota.maxCPU),
      sum(withPod.map(({ spec }) => demandOf(spec).cpu)),
      formatCores,
    ),
    memory: line(
      parseQuantity(quota.maxMemory),
      sum(withPod.map(({ spec }) => demandOf(spec).memory)),
      formatBytes,
    ),
    storage: line(
      parseQuantity(quota.maxStorage),
      sum(alive.map(({ spec }) => demandOf(spec).storage)),
      formatBytes,
    ),
  };
}

/** What a workspace takes of its cluster's quota while it has a pod. */
export function demandOf(
  spec: Pick<WorkspaceSpec, 'resources' | 'storageSize'>,
): QuotaDemand {
  return {
    count: '1',
    cpu: spec.resources?.cpu ?? WORKSPACE_DEFAULTS.cpu,
    memory: spec.resources?.memory ?? WORKSPACE_DEFAULTS.memory,
    storage: String(spec.storageSize ?? WORKSPACE_DEFAULTS.storageSize),
  };
}

/** What there is too little of for a demand. */
export function exceededBy(
  quota: ClusterQuota,
  demand: QuotaDemand,
): QuotaName[] {
  return QUOTA_NAMES.filter(name => {
    const { left } = quota[name];
    if (left === undefined) return false;
    return sum([demand[name]]) > sum([left]);
  });
}
