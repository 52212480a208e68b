import { ControllerContext } from './context';
import { publishTenant } from './tenantClusterController';

/** Opens the APIs of the tenant clusters that are Ready, before anybody asks for them. */
export async function reopenTenants(context: ControllerContext): Promise<void> {
  const ready = context.objects
    .list('tenantclusters')
    .filter(({ status }) => status?.phase === 'Ready');
  for (const cluster of ready) {
    const tenant = await context.tenants.ensure(cluster.metadata);
    if (cluster.status?.controlPlaneEndpoint !== tenant.url) {
      publishTenant(context, cluster, tenant);
    }
  }
}
