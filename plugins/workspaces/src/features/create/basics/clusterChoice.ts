import { clusterObstacle } from '@butler-portal/plugin-butler-common';
import type { ClusterList } from '@butler-portal/plugin-butler-common';

/** A cluster of the team with what is left of its quota. */
export type ClusterChoice = ClusterList['items'][number];

/** Why a cluster cannot be chosen. */
export type ClusterRefusal = 'workspacesDisabled' | 'notReady' | 'full';

/** Why the cluster takes no further workspace, or undefined when it does. */
export function refusalOf(cluster: ClusterChoice): ClusterRefusal | undefined {
  return (
    clusterObstacle(cluster) ??
    (cluster.quota.count.left === '0' ? 'full' : undefined)
  );
}

/** The clusters in which a workspace can be created now. */
export function openClusters(
  clusters: readonly ClusterChoice[],
): ClusterChoice[] {
  return clusters.filter(cluster => !refusalOf(cluster));
}
