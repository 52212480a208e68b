import { KubeConfig } from '@kubernetes/client-node';
import { startSandbox } from '@butler-portal/sandbox';
import type { Sandbox } from '@butler-portal/sandbox';
import { eventually } from '../__testUtils__/eventually';
import { TcpProxy } from '../__testUtils__/TcpProxy';
import { createClusterAccess } from './ClusterAccess';
import { DEFAULT_LIMITS, KubernetesClient } from './KubernetesClient';
import type { ClientLimits, KubernetesRequest } from './KubernetesClient';
import { MERGE_PATCH } from './mediaTypes';
import { collectionPath, objectPath } from './paths';
import { WORKSPACES } from './resourceTypes';

const KEY = { namespace: 'payments', name: 'invoice-report' };
const GET: KubernetesRequest = {
  method: 'GET',
  path: objectPath(WORKSPACES, KEY),
};
const PATCH: KubernetesRequest = {
  method: 'PATCH',
  path: objectPath(WORKSPACES, KEY),
  contentType: MERGE_PATCH,
  body: { metadata: { annotations: { touched: 'yes' } } },
  repeatable: true,
};
const CREATE: KubernetesRequest = {
  method: 'POST',
  path: collectionPath(WORKSPACES, 'payments'),
  body: {},
};

describe('KubernetesClient', () => {
  let sandbox: Sandbox;
  let proxy: TcpProxy;
  let client: KubernetesClient;

  async function start(limits: Partial<ClientLimits> = {}) {
    sandbox = await startSandbox();
    proxy = await TcpProxy.start(sandbox.port);
    const config = new KubeConfig();
    config.loadFromString(
      sandbox.kubeconfig.replace(`:${sandbox.port}`, `:${proxy.port}`),
    );
    client = new KubernetesClient(await createClusterAccess(config), {
      ...DEFAULT_LIMITS,
      ...limits,
    });
    sandbox.requests.clear();
  }

  afterEach(async () => {
    await client.close();
    await proxy.stop();
    await sandbox.stop();
  });

  it('makes a hundred writes over two connections at most', async () => {
    await start();
    for (let index = 0; index < 100; index += 1) {
      await client.request({
        ...PATCH,
        body: { metadata: { annotations: { touched: String(index) } } },
      });
    }
    expect(sandbox.requests.all()).toHaveLength(100);
    expect(proxy.connections).toBeLessThanOrEqual(2);
  });

  it('sends a repeatable write again when the API server asks for a moment', async () => {
    await start();
    sandbox.faults.failNext(1, { status: 429, retryAfter: 1 });
    await client.request(PATCH);
    expect(sandbox.requests.all().map(({ status }) => status)).toEqual([
      429, 200,
    ]);
  });

  it('passes the wish for a moment on for what must not be done twice', async () => {
    await start();
    sandbox.faults.failNext(1, { status: 429, retryAfter: 1 });
    await expect(client.request(CREATE)).rejects.toMatchObject({
      status: 429,
      retryAfterSeconds: 1,
    });
    expect(sandbox.requests.all()).toHaveLength(1);
  });

  it('reads again over a new connection when the one it had was cut', async () => {
    await start();
    await client.request(GET);
    proxy.silent = true;
    const answer = client.request(GET);
    await eventually(() => expect(proxy.swallowed).toBeGreaterThan(0));
    proxy.silent = false;
    proxy.cut();
    await expect(answer).resolves.toMatchObject({ metadata: KEY });
  });

  it('does not create again what may have been created', async () => {
    await start();
    await client.request(GET);
    proxy.silent = true;
    const answer = client.request(CREATE);
    await eventually(() => expect(proxy.swallowed).toBeGreaterThan(0));
    proxy.cut();
    await expect(answer).rejects.toMatchObject({ cut: true });
  });

  it('gives up at its time limit', async () => {
    await start({ timeLimitMs: 300 });
    await client.request(GET);
    proxy.silent = true;
    await expect(client.request(GET)).rejects.toThrow(/not answered in time/);
  });

  it('fails at once while the API server is gone, and tries again by and by', async () => {
    await start();
    await sandbox.faults.goAway();
    await proxy.stop();
    for (let time = 0; time < 3; time += 1) {
      await expect(client.request(GET)).rejects.toThrow(/cannot be reached/);
    }
    await expect(client.request(GET)).rejects.toThrow(/gone for a moment/);
    await eventually(async () =>
      expect(client.request(GET)).rejects.toThrow(/cannot be reached/),
    );
    proxy = await TcpProxy.start(sandbox.port);
    await sandbox.faults.comeBack();
  });

  it('has all of what is asked at once answered when the API server is back', async () => {
    await start();
    const { port } = proxy;
    await proxy.stop();
    for (let time = 0; time < 3; time += 1) {
      await expect(client.request(GET)).rejects.toThrow(/cannot be reached/);
    }
    proxy = await TcpProxy.start(sandbox.port, port);
    const states = await eventually(async () => {
      const answers = await Promise.allSettled(
        [1, 2, 3].map(() => client.request(GET)),
      );
      const found = answers.map(({ status }) => status);
      // The time to ask may come between the first and the next.
      if (found[0] !== 'fulfilled') throw new Error('Asked too early');
      return found;
    });
    expect(states).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  });

  it('lets watches through when every place is taken', async () => {
    await start({ concurrency: 1, waiting: 0 });
    await client.request(GET);
    proxy.silent = true;
    const hanging = client.request(GET);
    await eventually(() => expect(proxy.swallowed).toBeGreaterThan(0));
    await expect(client.request(GET)).rejects.toThrow(/Too many requests/);
    proxy.silent = false;
    const stop = new AbortController();
    const events = await client.watch({
      path: collectionPath(WORKSPACES),
      query: { watch: 'true' },
      signal: stop.signal,
    });
    await expect(events.next()).resolves.toMatchObject({ done: false });
    stop.abort();
    proxy.cut();
    await hanging;
  });
});
