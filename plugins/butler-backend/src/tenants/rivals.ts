import type { TenantCluster } from '@butler-portal/plugin-butler-common';

function older(one: TenantCluster, other: TenantCluster): boolean {
  const { creationTimestamp: first = '' } = one.metadata;
  const { creationTimestamp: second = '' } = other.metadata;
  return first <= second;
}

/**
 * Another TenantCluster that leads to the same kubeconfig Secret and was there first. A team that may write TenantClusters
 * could otherwise name another team's tenant as its own, and have the Portal work there for it.
 *
 * @returns its namespace and name
 */
export function rivalOf(
  cluster: TenantCluster,
  all: TenantCluster[],
): string | undefined {
  const { name, namespace } = cluster.metadata;
  const rival = all.find(
    other =>
      other.metadata.name === name &&
      other.metadata.namespace !== namespace &&
      other.status?.tenantNamespace === cluster.status?.tenantNamespace &&
      older(other, cluster),
  );
  return rival && `${rival.metadata.namespace}/${rival.metadata.name}`;
}
