import type {
  TenantCluster,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import type { ButlerCache } from '../cache/ButlerCache';
import type { Change } from '../cache/ObjectStore';
import { describeCluster } from './listClusters';

/** What a cluster says of itself depends on this of a workspace. */
function shareOf({ spec, status }: Workspace): string {
  const { clusterRef, resources, storageSize } = spec;
  return JSON.stringify([
    clusterRef.name,
    resources,
    storageSize,
    status?.phase,
  ]);
}

function matters(change: Change<Workspace>): boolean {
  const before = change.type === 'upsert' ? change.before : undefined;
  return !before || shareOf(before) !== shareOf(change.object);
}

/**
 * The JSON of clusters with their quota, written anew when one of both has changed and not with
 * every word that a workspace says.
 */
export class ClusterAnswers {
  readonly #known = new WeakMap<TenantCluster, Buffer>();

  constructor(private readonly cache: ButlerCache) {}

  jsonOf(cluster: TenantCluster): Buffer {
    const known = this.#known.get(cluster);
    return known ?? this.#write(cluster);
  }

  /** The clusters that say something else of themselves after these changes than they have said. */
  changedBy(changes: Change<Workspace>[]): TenantCluster[] {
    const touched = new Set(
      changes.filter(matters).flatMap(change => {
        const before = change.type === 'upsert' ? change.before : undefined;
        return [change.object, ...(before ? [before] : [])].flatMap(
          ({ metadata, spec }) =>
            this.cache.clusters.store.get(
              spec.clusterRef.name,
              metadata.namespace,
            ) ?? [],
        );
      }),
    );
    return [...touched].filter(cluster => {
      const known = this.#known.get(cluster);
      // Of which nobody has been told yet, nobody has to be told anew.
      return known && !known.equals(this.#write(cluster));
    });
  }

  #write(cluster: TenantCluster): Buffer {
    const json = Buffer.from(
      JSON.stringify(describeCluster(this.cache, cluster)),
    );
    this.#known.set(cluster, json);
    return json;
  }
}
