import { ObjectKey } from '../apiserver/types';
import { StateFile } from '../apiserver/storage/stateFile';
import { startTenant, Tenant, TenantOptions } from './startTenant';

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
    private readonly options: TenantOptions,
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
    await tenant?.node.stop();
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

  private start(cluster: ObjectKey): Promise<Tenant> {
    return startTenant(cluster, {
      ...this.options,
      journal: this.state?.journal(serverName(cluster)),
      nextAddress: this.nextAddress,
    });
  }
}
