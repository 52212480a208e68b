import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TenantCluster } from '@butler-portal/plugin-butler-common';
import type { ButlerCache } from '../cache/ButlerCache';
import { createClusterAccess } from '../kubernetes/ClusterAccess';
import type { ClusterAccess } from '../kubernetes/ClusterAccess';
import { KubernetesApiError } from '../kubernetes/errors';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { objectPath } from '../kubernetes/paths';
import { SECRETS } from '../kubernetes/resourceTypes';
import { parseTenantKubeconfig } from '../kubernetes/tenantKubeconfig';
import { assertTenantServer, tenantLookup } from '../kubernetes/tenantServer';
import { rivalOf } from './rivals';
import { Tenant, TENANT_LIMITS } from './Tenant';
import { TenantUnavailableError } from './tenantErrors';

const KUBECONFIG_KEYS = ['admin.conf', 'admin.svc'];

/** Makes clients of tenant clusters from the kubeconfig Secrets on the management cluster (contract, section 2). */
export class TenantConnector {
  constructor(
    private readonly management: KubernetesClient,
    private readonly managementServer: string,
    private readonly cache: ButlerCache,
    private readonly logger: LoggerService,
  ) {}

  /**
   * The kubeconfig in the cluster's Secret, empty where that has none.
   *
   * @throws TenantUnavailableError when the Secret cannot be read
   */
  async kubeconfigOf(
    { metadata: { name } }: TenantCluster,
    namespace: string,
  ): Promise<string> {
    const key = { namespace, name: `${name}-admin-kubeconfig` };
    try {
      const { data } = await this.management.request<{
        data?: Record<string, string>;
      }>({ method: 'GET', path: objectPath(SECRETS, key) });
      const found = KUBECONFIG_KEYS.find(entry => data?.[entry]);
      return Buffer.from(data?.[found ?? ''] ?? '', 'base64').toString();
    } catch (error) {
      if (!(error instanceof KubernetesApiError)) throw error;
      this.logger.warn(`Cannot read ${namespace}/${key.name}: ${error}`);
      throw new TenantUnavailableError(name);
    }
  }

  /**
   * A client of the cluster, after the kubeconfig.
   *
   * @throws TenantUnavailableError when the kubeconfig leads where it should not
   */
  async connect(
    cluster: TenantCluster,
    namespace: string,
    kubeconfig: string,
  ): Promise<Tenant> {
    const { name } = cluster.metadata;
    const { managementServer } = this;
    try {
      const rival = rivalOf(cluster, this.cache.clusters.store.list());
      if (rival) throw new Error(`the TenantCluster ${rival} has it already`);
      const config = parseTenantKubeconfig(kubeconfig);
      const access = await createClusterAccess(config);
      assertTenantServer(access.server, {
        endpoint: cluster.status?.controlPlaneEndpoint,
        namespace,
        managementServer,
      });
      const lookup = tenantLookup(managementServer);
      // What came with a Secret does not rotate by itself, so neither do these.
      const guarded: ClusterAccess = {
        server: access.server,
        tls: { ...access.tls, lookup },
        headers: () => access.headers(),
        forget: () => access.forget(),
      };
      return new Tenant(new KubernetesClient(guarded, TENANT_LIMITS), guarded);
    } catch (error) {
      this.logger.warn(`Refused the kubeconfig of ${name}: ${error}`);
      throw new TenantUnavailableError(name);
    }
  }
}
