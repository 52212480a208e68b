import { emailKey } from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import type { Indexer } from './ObjectIndex';
import type { ObjectStore } from './ObjectStore';

const OWNER = 'owner';
const CLUSTER = 'cluster';

/** What workspaces are looked up by within their team's namespace. */
export const WORKSPACE_INDEXERS: Record<string, Indexer<Workspace>> = {
  [OWNER]: ({ spec }) => emailKey(spec.owner),
  [CLUSTER]: ({ spec }) => spec.clusterRef.name,
};

/** The workspaces that somebody owns in a namespace. */
export function workspacesOwnedBy(
  store: ObjectStore<Workspace>,
  namespace: string,
  email: string,
): Workspace[] {
  return store.listBy(OWNER, namespace, emailKey(email));
}

/** The workspaces of a namespace on a TenantCluster. */
export function workspacesOnCluster(
  store: ObjectStore<Workspace>,
  namespace: string,
  cluster: string,
): Workspace[] {
  return store.listBy(CLUSTER, namespace, cluster);
}
