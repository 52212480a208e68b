import type { Workspace } from '@butler-portal/plugin-butler-common';
import { PODS, SERVICES } from '../kubernetes/resourceTypes';
import { WORKSPACE_NAMESPACE as namespace } from './Tenant';
import type { TenantClients } from './TenantClients';
import { clusterOf, tenantNames } from './tenantNames';

/** What lifecycle actions do in tenant clusters, as their admin: after the Portal's own check of who asks. */
export class TenantWorkloads {
  constructor(private readonly clients: TenantClients) {}

  /** Deletes Service and Pod of the workspace; its volume stays. */
  async stop(workspace: Workspace): Promise<void> {
    const { pod, service } = tenantNames(workspace);
    await this.clients.use(clusterOf(workspace), async tenant => {
      await tenant.remove(SERVICES, { namespace, name: service });
      await tenant.remove(PODS, { namespace, name: pod });
    });
  }
}
