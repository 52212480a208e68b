import { ApiServer } from '../apiserver/apiServer';
import { Objects, objectsOf } from '../apiserver/objects';
import { tenantBuiltIns } from '../apiserver/registry/tenantBuiltIns';
import { keep } from '../apiserver/storage/journal';
import { StateFile } from '../apiserver/storage/stateFile';
import { ObjectKey } from '../apiserver/types';
import { Clock } from '../controllers/clock';
import { Delays } from '../controllers/delays';
import { TENANT_NAMESPACE } from '../controllers/names';
import { makeKubeconfig } from '../kubeconfig';
import {
  createNamespaces,
  listenAsBefore,
  makeToken,
  SYSTEM_NAMESPACES,
} from '../managementCluster';
import { TenantNode } from './tenantNode';

/** A running tenant cluster. */
export interface Tenant {
  server: ApiServer;
  objects: Objects;
  url: string;
  kubeconfig: string;
  node: TenantNode;
}

function keyOf({ namespace, name }: ObjectKey): string {
  return `${namespace}/${name}`;
}

/** How a tenant cluster's API server is called in the state file. */
function serverName(cluster: ObjectKey): string {
  return `tenant ${keyOf(cluster)}`;
}

/** The API endpoints of the tenant clusters: one for each cluster that is Ready. */
export class TenantPool {
  private readonly tenants = new Map<string, Tenant>();
  private readonly starting = new Map<string, Promise<Tenant>>();
  private addresses = 0;

  constructor(
    private readonly clock: Clock,
    private readonly delays: Delays,
    private readonly report: (key: string, error: unknown) => void,
    private readonly state?: StateFile,
  ) {}

  get(cluster: ObjectKey): Tenant | undefined {
    return this.tenants.get(keyOf(cluster));
  }

  isStarting(cluster: ObjectKey): boolean {
    return this.starting.has(keyOf(cluster));
  }

  /** The tenant of a cluster, started if need be. */
  async ensure(cluster: ObjectKey): Promise<Tenant> {
    const key = keyOf(cluster);
    const known = this.tenants.get(key) ?? this.starting.get(key);
    if (known) return known;
    const start = this.start(cluster);
    this.starting.set(key, start);
    try {
      const tenant = await start;
      this.tenants.set(key, tenant);
      return tenant;
    } finally {
      this.starting.delete(key);
    }
  }

  /** Takes a cluster's endpoint away, and its state. */
  async remove(cluster: ObjectKey): Promise<void> {
    await this.close(keyOf(cluster));
    this.state?.forget(serverName(cluster));
  }

  private async close(key: string): Promise<void> {
    const tenant = this.tenants.get(key);
    this.tenants.delete(key);
    tenant?.node.stop();
    await tenant?.server.listener.close();
  }

  /** Takes all endpoints away. */
  async stop(): Promise<void> {
    await Promise.allSettled([...this.starting.values()]);
    await Promise.all([...this.tenants.keys()].map(key => this.close(key)));
  }

  /** An address of the documentation range (RFC 5737), so that nobody connects to a stranger. */
  readonly nextAddress = (): string => {
    this.addresses = (this.addresses % 254) + 1;
    return `203.0.113.${this.addresses}`;
  };

  private async start(cluster: ObjectKey): Promise<Tenant> {
    const { name } = cluster;
    const journal = this.state?.journal(serverName(cluster));
    const server = await ApiServer.create({
      name,
      token: await keep(journal, 'token', makeToken),
      builtIns: tenantBuiltIns({ subresources: {} }),
      customResources: false,
      now: () => this.clock.now(),
      journal,
    });
    await listenAsBefore(server.listener, 0, journal);
    const objects = objectsOf(server);
    createNamespaces(objects, [...SYSTEM_NAMESPACES, TENANT_NAMESPACE]);
    const { url } = server.listener;
    const { ca, token } = server;
    const node = new TenantNode(
      server.store,
      objects,
      this.clock,
      this.delays,
      this.nextAddress,
      this.report,
    );
    return {
      server,
      objects,
      url,
      node,
      kubeconfig: makeKubeconfig({ name, url, ca, token }),
    };
  }
}
