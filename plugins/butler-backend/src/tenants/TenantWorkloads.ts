import { createHash } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import type { ButlerCache } from '../cache/ButlerCache';
import { TryAgainLaterError } from '../errors';
import { createClusterAccess } from '../kubernetes/ClusterAccess';
import { KubernetesApiError } from '../kubernetes/errors';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { objectPath } from '../kubernetes/paths';
import { PODS, SECRETS, SERVICES } from '../kubernetes/resourceTypes';
import type { ResourceType } from '../kubernetes/resourceTypes';
import { parseTenantKubeconfig } from '../kubernetes/tenantKubeconfig';

/** Where workspaces live in a tenant cluster (contract, section 2). */
const WORKSPACE_NAMESPACE = 'workspaces';
const KUBECONFIG_KEYS = ['admin.conf', 'admin.svc'];
const RETRY_SECONDS = 30;

interface KnownTenant {
  /** Of the kubeconfig that the client was built from. */
  hash: string;
  client: KubernetesClient;
}

/** What the Portal does in tenant clusters, as their admin: after its own check of who asks. */
export class TenantWorkloads {
  readonly #known = new Map<string, KnownTenant>();

  constructor(
    private readonly management: KubernetesClient,
    private readonly cache: ButlerCache,
    private readonly logger: LoggerService,
  ) {}

  /** Deletes Service and Pod of the workspace; its volume stays. */
  async stop(workspace: Workspace): Promise<void> {
    const { name } = workspace.metadata;
    try {
      const client = await this.#clientFor(workspace);
      await this.#delete(client, SERVICES, `ws-${name}-ssh`);
      await this.#delete(client, PODS, `ws-${name}`);
    } catch (error) {
      if (error instanceof ConflictError) throw error;
      this.#cannotWork(workspace, error);
    }
  }

  async close(): Promise<void> {
    const tenants = [...this.#known.values()];
    await Promise.all(tenants.map(({ client }) => client.close()));
  }

  async #delete(
    client: KubernetesClient,
    type: ResourceType,
    name: string,
  ): Promise<void> {
    const key = { namespace: WORKSPACE_NAMESPACE, name };
    try {
      await client.request({ method: 'DELETE', path: objectPath(type, key) });
    } catch (error) {
      // Not connected, or stopped by somebody else: it is gone, which is what was wanted.
      if (!(error instanceof KubernetesApiError) || error.status !== 404) {
        throw error;
      }
    }
  }

  #cannotWork(workspace: Workspace, error: unknown): never {
    const cluster = workspace.spec.clusterRef.name;
    this.logger.warn(`Cannot work in the tenant cluster ${cluster}: ${error}`);
    throw new TryAgainLaterError(
      `The cluster “${cluster}” of the workspace cannot be reached or does not do what is asked. Try again later; if this stays, ask a platform admin to look at it.`,
      RETRY_SECONDS,
    );
  }

  async #clientFor(workspace: Workspace): Promise<KubernetesClient> {
    const { namespace } = workspace.metadata;
    const { name } = workspace.spec.clusterRef;
    const cluster = this.cache.clusters.store.get(name, namespace);
    const tenantNamespace = cluster?.status?.tenantNamespace;
    if (!cluster || !tenantNamespace) {
      throw new ConflictError(
        `The cluster “${name}” of the workspace is not there or not ready. Ask a platform admin to look at it.`,
      );
    }
    const kubeconfig = await this.#kubeconfig(name, tenantNamespace);
    return this.#connect(`${namespace}/${name}`, kubeconfig);
  }

  async #kubeconfig(cluster: string, namespace: string): Promise<string> {
    const key = { namespace, name: `${cluster}-admin-kubeconfig` };
    const { data } = await this.management.request<{
      data?: Record<string, string>;
    }>({ method: 'GET', path: objectPath(SECRETS, key) });
    const found = KUBECONFIG_KEYS.find(entry => data?.[entry]);
    return Buffer.from(data?.[found ?? ''] ?? '', 'base64').toString();
  }

  async #connect(
    tenant: string,
    kubeconfig: string,
  ): Promise<KubernetesClient> {
    const hash = createHash('sha256').update(kubeconfig).digest('hex');
    const known = this.#known.get(tenant);
    if (known?.hash === hash) return known.client;
    const config = parseTenantKubeconfig(kubeconfig);
    const client = new KubernetesClient(await createClusterAccess(config));
    this.#known.set(tenant, { hash, client });
    await known?.client.close();
    return client;
  }
}
