import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { KubeConfig } from '@kubernetes/client-node';
import { startSandbox } from '@butler-portal/sandbox';
import type { Sandbox } from '@butler-portal/sandbox';
import { parse, stringify } from 'yaml';
import { eventually } from '../__testUtils__/eventually';
import { ButlerCache } from '../cache/ButlerCache';
import { createClusterAccess } from '../kubernetes/ClusterAccess';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { PODS } from '../kubernetes/resourceTypes';
import { TenantClients } from './TenantClients';
import type { ClusterKey } from './TenantClients';
import { TenantUnavailableError } from './tenantErrors';
import type { Tenant } from './Tenant';

const DEV: ClusterKey = { namespace: 'payments', name: 'payments-dev' };
const SEARCH: ClusterKey = { namespace: 'search', name: 'search-dev' };
const SECRET = {
  namespace: 'payments-dev',
  name: 'payments-dev-admin-kubeconfig',
};

type Kubeconfig = {
  clusters: { cluster: Record<string, unknown> }[];
  users: { user: Record<string, unknown> }[];
};

function look(tenant: Tenant) {
  return tenant.list(PODS, 'workspaces', { limit: 1 });
}

describe('clients of tenant clusters', () => {
  let sandbox: Sandbox;
  let management: KubernetesClient;
  let cache: ButlerCache;
  let clients: TenantClients;
  let now: number;
  let original: string;

  beforeAll(async () => {
    sandbox = await startSandbox();
    const config = new KubeConfig();
    config.loadFromString(sandbox.kubeconfig);
    management = new KubernetesClient(await createClusterAccess(config));
    cache = new ButlerCache(management, mockServices.logger.mock());
    cache.start();
    await eventually(() => {
      const ready =
        endpoint() !== undefined && sandbox.objects.get('secrets', SECRET);
      if (!ready) throw new Error('payments-dev is not ready');
    });
    original = kubeconfig();
  });
  beforeEach(() => {
    now = 1_000_000;
    clients = new TenantClients(
      management,
      sandbox.url,
      cache,
      mockServices.logger.mock(),
      () => now,
    );
    sandbox.requests.clear();
  });
  afterEach(async () => {
    write(original);
    await clients.close();
  });
  afterAll(async () => {
    await cache.stop();
    await management.close();
    await sandbox.stop();
  });

  function kubeconfig(): string {
    const data = sandbox.objects.get('secrets', SECRET)?.data as Record<
      string,
      string
    >;
    return Buffer.from(data['admin.conf'], 'base64').toString();
  }

  function write(text: string) {
    const data = { 'admin.conf': Buffer.from(text).toString('base64') };
    sandbox.objects.patch('secrets', SECRET, { data });
  }

  function change(edit: (config: Kubeconfig) => void) {
    const config = parse(original) as Kubeconfig;
    edit(config);
    write(stringify(config));
  }

  function secretReads() {
    return sandbox.requests
      .all()
      .filter(({ path }) => path.includes('admin-kubeconfig')).length;
  }

  it('read the Secret once for many requests, and again after a minute', async () => {
    await Promise.all([1, 2, 3].map(() => clients.use(DEV, look)));
    await clients.use(DEV, look);
    expect(secretReads()).toBe(1);
    now += 60_000;
    await clients.use(DEV, look);
    expect(secretReads()).toBe(2);
  });

  it('take a new kubeconfig when the old one does not work any more', async () => {
    change(config => {
      config.users[0].user.token = 'outdated';
    });
    await expect(clients.use(DEV, look)).rejects.toThrow(
      TenantUnavailableError,
    );
    write(original);
    now += 5_000;
    await expect(clients.use(DEV, look)).resolves.toBeDefined();
  });

  it('do not read the Secret for each request of a tenant that is dead', async () => {
    change(config => {
      config.users[0].user.token = 'outdated';
    });
    for (let time = 0; time < 5; time++) {
      await expect(clients.use(DEV, look)).rejects.toThrow(/platform admin/);
    }
    expect(secretReads()).toBe(1);
  });

  it('say in plain words that a tenant cannot be reached', async () => {
    const port = await freePort();
    sandbox.objects.patch(
      'tenantclusters',
      DEV,
      { status: { phase: 'Updating', controlPlaneEndpoint: null } },
      'status',
    );
    change(config => {
      config.clusters[0].cluster.server = `https://127.0.0.1:${port}`;
    });
    await eventually(() => expect(endpoint()).toBeFalsy());
    await expect(clients.use(DEV, look)).rejects.toThrow(
      /“payments-dev”.*cannot be reached.*ask a platform admin/,
    );
    await restoreEndpoint();
  });

  it('go when their cluster does', async () => {
    await clients.use(DEV, look);
    sandbox.objects.patch(
      'tenantclusters',
      DEV,
      { status: { phase: 'Updating', tenantNamespace: 'elsewhere' } },
      'status',
    );
    await eventually(() =>
      expect(
        cache.clusters.store.get(DEV.name, DEV.namespace)?.status
          ?.tenantNamespace,
      ).toBe('elsewhere'),
    );
    await expect(clients.use(DEV, look)).rejects.toThrow(
      TenantUnavailableError,
    );
    await restoreEndpoint();
    await expect(clients.use(DEV, look)).resolves.toBeDefined();
  });

  it.each<[string, (config: Kubeconfig) => void]>([
    [
      'points at another server',
      ({ clusters }) => {
        clusters[0].cluster.server = `https://127.0.0.1:${
          new URL(sandbox.tenant(SEARCH)?.url ?? '').port
        }`;
      },
    ],
    [
      'points at the management cluster',
      ({ clusters }) => {
        clusters[0].cluster.server = sandbox.url;
      },
    ],
    [
      'runs a program',
      ({ users }) => {
        users[0].user = {
          exec: {
            apiVersion: 'client.authentication.k8s.io/v1',
            command: 'sh',
          },
        };
      },
    ],
    [
      'reads a file',
      ({ users }) => {
        users[0].user.tokenFile = '/etc/passwd';
      },
    ],
    [
      'checks no certificates',
      ({ clusters }) => {
        clusters[0].cluster['insecure-skip-tls-verify'] = true;
      },
    ],
    [
      'goes through a proxy',
      ({ clusters }) => {
        clusters[0].cluster['proxy-url'] = 'http://127.0.0.1:1';
      },
    ],
  ])('refuse a Secret that %s', async (_, edit) => {
    change(edit);
    await expect(clients.use(DEV, look)).rejects.toThrow(
      TenantUnavailableError,
    );
  });

  it('do not wait for one another', async () => {
    const sockets: Socket[] = [];
    const silent = createServer(socket => sockets.push(socket)).listen(
      0,
      '127.0.0.1',
    );
    await new Promise(resolve => silent.once('listening', resolve));
    const { port } = silent.address() as AddressInfo;
    const server = `https://127.0.0.1:${port}`;
    sandbox.objects.patch(
      'tenantclusters',
      DEV,
      { status: { phase: 'Updating', controlPlaneEndpoint: server } },
      'status',
    );
    change(config => {
      config.clusters[0].cluster.server = server;
    });
    await eventually(() => expect(endpoint()).toBe(server));
    let settled = 0;
    const slow = Array.from({ length: 100 }, () =>
      clients.use(DEV, look).catch(() => {
        settled += 1;
      }),
    );
    await eventually(() => expect(sockets.length).toBeGreaterThan(0));
    await Promise.all([1, 2, 3].map(() => clients.use(SEARCH, look)));
    expect(settled).toBe(0);
    sockets.forEach(socket => socket.destroy());
    silent.close();
    await clients.close();
    await Promise.all(slow);
    await restoreEndpoint();
  });

  function endpoint() {
    const known = cache.clusters.store.get(DEV.name, DEV.namespace);
    return known?.status?.controlPlaneEndpoint;
  }

  async function restoreEndpoint() {
    const { url } = sandbox.tenant(DEV) ?? { url: '' };
    const status = {
      phase: 'Ready',
      tenantNamespace: SECRET.namespace,
      controlPlaneEndpoint: url,
    };
    sandbox.objects.patch('tenantclusters', DEV, { status }, 'status');
    await eventually(() => {
      expect(endpoint()).toBe(url);
      const known = cache.clusters.store.get(DEV.name, DEV.namespace);
      expect(known?.status).toMatchObject(status);
    });
  }

  async function freePort(): Promise<number> {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise(resolve => server.close(resolve));
    return port;
  }
});
