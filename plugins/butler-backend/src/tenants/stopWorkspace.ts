import type { Workspace } from '@butler-portal/plugin-butler-common';
import { PODS, SERVICES } from '../kubernetes/resourceTypes';
import { WORKSPACE_NAMESPACE as namespace } from './Tenant';
import type { TenantClients } from './TenantClients';
import { clusterOf, tenantNames } from './tenantNames';

/**
 * Deletes Service and Pod of the workspace in its tenant cluster; its volume stays. It is done as the tenant's admin:
 * after the Portal's own check of who asks. Throws as `TenantClients.use` does.
 */
export async function stopWorkspace(
  clients: TenantClients,
  workspace: Workspace,
): Promise<void> {
  const { pod, service } = tenantNames(workspace);
  await clients.use(clusterOf(workspace), async tenant => {
    await tenant.remove(SERVICES, { namespace, name: service });
    await tenant.remove(PODS, { namespace, name: pod });
  });
}
