import { createHash } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { TenantCluster } from '@butler-portal/plugin-butler-common';
import type { ButlerCache } from '../cache/ButlerCache';
import type { Change } from '../cache/ObjectStore';
import type { KubernetesClient } from '../kubernetes/KubernetesClient';
import type { Tenant } from './Tenant';
import { TenantConnector } from './TenantConnector';
import {
  isUnavailable,
  mayBeOutdated,
  TenantUnavailableError,
} from './tenantErrors';

// Butler replaces a kubeconfig long before its certificate ends, so a minute is soon enough.
const LIFETIME_MS = 60_000;
/** After a failure it is read at once, but not by everybody who runs into that failure. */
const LIFETIME_AFTER_FAILURE_MS = 5_000;

/** The TenantCluster that something is about. */
export interface ClusterKey {
  namespace: string;
  name: string;
}

interface KnownTenant {
  tenant: Tenant;
  /** Of the kubeconfig that the client was built from. */
  hash: string;
  readAt: number;
}

function idOf({ namespace = '', name }: Partial<ClusterKey>): string {
  return `${namespace}/${name}`;
}

/** What a client is built from besides the Secret; when it changes, the client goes. */
function placeOf({ metadata, status }: TenantCluster): string {
  const { tenantNamespace, controlPlaneEndpoint } = status ?? {};
  return JSON.stringify([metadata.uid, tenantNamespace, controlPlaneEndpoint]);
}

/**
 * The clients of tenant clusters, one with connections and limits of its own each, so that a slow
 * tenant delays nobody else. A client is built from the kubeconfig Secret (contract, section 2) and
 * goes when that or its TenantCluster does.
 */
export class TenantClients {
  readonly #known = new Map<string, KnownTenant>();
  readonly #reading = new Map<string, Promise<KnownTenant>>();
  readonly #connector: TenantConnector;
  readonly #unsubscribe: () => void;

  constructor(
    management: KubernetesClient,
    managementServer: string,
    private readonly cache: ButlerCache,
    private readonly logger: LoggerService,
    private readonly now: () => number = Date.now,
  ) {
    this.#connector = new TenantConnector(
      management,
      managementServer,
      cache,
      logger,
    );
    this.#unsubscribe = cache.clusters.subscribe(changes =>
      this.#dropChanged(changes),
    );
  }

  /**
   * Does something in a tenant cluster; once more where the kubeconfig turns out to be outdated.
   *
   * @param work - does no harm when it is done twice
   * @throws TenantUnavailableError, but a KubernetesApiError of status 404 or 409 as it is;
   * ConflictError when there is no such cluster yet
   */
  async use<T>(
    key: ClusterKey,
    work: (tenant: Tenant) => Promise<T>,
  ): Promise<T> {
    const known = await this.#connect(key, LIFETIME_MS);
    try {
      return await work(known.tenant);
    } catch (error) {
      if (!mayBeOutdated(error)) throw this.#explain(key, error);
      const now = await this.#connect(key, LIFETIME_AFTER_FAILURE_MS);
      if (now.hash === known.hash) throw this.#explain(key, error);
      try {
        return await work(now.tenant);
      } catch (second) {
        throw this.#explain(key, second);
      }
    }
  }

  /** Of all tenants that there is a client of: how many requests wait, and how many tenants count as gone. */
  get load(): { waiting: number; gone: number } {
    const tenants = [...this.#known.values()].map(({ tenant }) => tenant);
    return {
      waiting: tenants.reduce((sum, { waiting }) => sum + waiting, 0),
      gone: tenants.filter(({ gone }) => gone).length,
    };
  }

  async close(): Promise<void> {
    this.#unsubscribe();
    const known = [...this.#known.values()];
    this.#known.clear();
    await Promise.all(known.map(({ tenant }) => tenant.close()));
  }

  #dropChanged(changes: Change<TenantCluster>[]): void {
    for (const change of changes) {
      const { object } = change;
      const same =
        change.type === 'upsert' &&
        change.before &&
        placeOf(change.before) === placeOf(object);
      if (!same) this.#drop(idOf(object.metadata));
    }
  }

  #drop(id: string): void {
    const known = this.#known.get(id);
    this.#known.delete(id);
    // What is being read now belongs to what the cluster was.
    this.#reading.delete(id);
    known?.tenant.close().catch(error => {
      this.logger.debug(`Closing the connections to ${id}: ${error}`);
    });
  }

  #explain({ name }: ClusterKey, error: unknown): unknown {
    if (!isUnavailable(error)) return error;
    this.logger.warn(`Cannot work in the tenant cluster ${name}: ${error}`);
    return new TenantUnavailableError(name);
  }

  async #connect(key: ClusterKey, lifetimeMs: number): Promise<KnownTenant> {
    const id = idOf(key);
    const known = this.#known.get(id);
    if (known && this.now() - known.readAt < lifetimeMs) return known;
    const reading = this.#reading.get(id);
    if (reading) return reading;
    const read = this.#read(key);
    this.#reading.set(id, read);
    try {
      return await read;
    } finally {
      if (this.#reading.get(id) === read) this.#reading.delete(id);
    }
  }

  async #read(key: ClusterKey): Promise<KnownTenant> {
    const id = idOf(key);
    const cluster = this.cache.clusters.store.get(key.name, key.namespace);
    const namespace = cluster?.status?.tenantNamespace;
    if (!cluster || !namespace) {
      throw new ConflictError(
        `The cluster “${key.name}” of the workspace is not there or not ready. Ask a platform admin to look at it.`,
      );
    }
    const kubeconfig = await this.#connector.kubeconfigOf(cluster, namespace);
    const hash = createHash('sha256').update(kubeconfig).digest('hex');
    const known = this.#known.get(id);
    if (known?.hash === hash) {
      known.readAt = this.now();
      return known;
    }
    const tenant = await this.#connector.connect(
      cluster,
      namespace,
      kubeconfig,
    );
    const built = { tenant, hash, readAt: this.now() };
    const present = this.cache.clusters.store.get(key.name, key.namespace);
    // Only what is still the cluster's is kept for the next one.
    if (present && placeOf(present) === placeOf(cluster)) {
      this.#drop(id);
      this.#known.set(id, built);
    }
    return built;
  }
}
