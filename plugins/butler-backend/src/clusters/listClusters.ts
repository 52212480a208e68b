import {
  clusterObstacle,
  quotaOf,
  usualStart,
} from '@butler-portal/plugin-butler-common';
import type {
  ClusterAnswer,
  ClusterList,
  TeamMembership,
  TenantCluster,
} from '@butler-portal/plugin-butler-common';
import type { ButlerCache } from '../cache/ButlerCache';
import { workspacesOn } from '../workspaces/quota';
import { pick, serializeMetadata } from '../workspaces/serialize';

/** A tenant cluster as answers carry it: nothing that leads to its credentials. */
function serializeCluster(cluster: TenantCluster): TenantCluster {
  const { apiVersion, kind, metadata, spec, status } = cluster;
  return {
    apiVersion,
    kind,
    metadata: serializeMetadata(metadata),
    spec: pick(spec, ['kubernetesVersion', 'teamRef', 'workers', 'workspaces']),
    ...(status && {
      status: pick(status, ['phase', 'workerNodesReady', 'workerNodesDesired']),
    }),
  };
}

/** The same with what its workspaces say: what they use, and how fast they start. */
export function describeCluster(
  cache: ButlerCache,
  cluster: TenantCluster,
): ClusterAnswer {
  const { name, namespace = '' } = cluster.metadata;
  const workspaces = workspacesOn(cache, namespace, name);
  return {
    ...serializeCluster(cluster),
    quota: quotaOf(cluster, workspaces),
    usualStartSeconds: usualStart(workspaces),
  };
}

function rank(cluster: TenantCluster): number {
  return clusterObstacle(cluster) === undefined ? 0 : 1;
}

/** The clusters of a team, with what their workspaces use; those that take workspaces first. */
export function listClusters(
  cache: ButlerCache,
  { namespace }: TeamMembership,
): ClusterList {
  const clusters = cache.clusters.store
    .list(namespace)
    .sort(
      (one, other) =>
        rank(one) - rank(other) ||
        one.metadata.name.localeCompare(other.metadata.name),
    );
  return {
    items: clusters.map(cluster => describeCluster(cache, cluster)),
  };
}
