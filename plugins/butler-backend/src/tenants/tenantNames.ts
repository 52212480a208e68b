import type { Workspace } from '@butler-portal/plugin-butler-common';
import type { ClusterKey } from './TenantClients';

/** The container of a workspace's pod that people work in (contract, section 2). */
export const WORKSPACE_CONTAINER = 'workspace';

/** What belongs to a workspace in its tenant cluster. */
export interface TenantNames {
  pod: string;
  volume: string;
  service: string;
}

/** The names by contract, section 2. */
export function tenantNames({ metadata: { name } }: Workspace): TenantNames {
  return { pod: `ws-${name}`, volume: `ws-${name}`, service: `ws-${name}-ssh` };
}

/** The TenantCluster that a workspace runs on. */
export function clusterOf({ metadata, spec }: Workspace): ClusterKey {
  return { namespace: metadata.namespace ?? '', name: spec.clusterRef.name };
}
