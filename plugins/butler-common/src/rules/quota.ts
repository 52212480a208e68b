import { DEFAULT_MAX_WORKSPACES } from '../resources';
import type { TenantCluster, Workspace } from '../resources';
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

// Defaults of the kinds (contract, section 1).
const DEFAULT_QUOTA = { maxCPU: '16', maxMemory: '32Gi', maxStorage: '500Gi' };
const DEFAULT_CPU = '2';
const DEFAULT_MEMORY = '4Gi';
const DEFAULT_STORAGE = '10Gi';

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
      sum(withPod.map(({ spec }) => spec.resources?.cpu ?? DEFAULT_CPU)),
      formatCores,
    ),
    memory: line(
      parseQuantity(quota.maxMemory),
      sum(withPod.map(({ spec }) => spec.resources?.memory ?? DEFAULT_MEMORY)),
      formatBytes,
    ),
    storage: line(
      parseQuantity(quota.maxStorage),
      sum(alive.map(({ spec }) => spec.storageSize ?? DEFAULT_STORAGE)),
      formatBytes,
    ),
  };
}
