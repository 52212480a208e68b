import type { KubeObject } from '@butler-portal/plugin-butler-common';
import { KubeConfig } from '@kubernetes/client-node';
import { startSandbox } from '@butler-portal/sandbox';
import type { Sandbox } from '@butler-portal/sandbox';
import { createClusterAccess } from '../kubernetes/ClusterAccess';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { WORKSPACES } from '../kubernetes/resourceTypes';
import { eventually } from '../__testUtils__/eventually';
import type { Change } from './ObjectStore';
import { ObjectStore } from './ObjectStore';
import { DEFAULT_TIMES, Reflector } from './Reflector';
import { resourceSource } from './ResourceSource';
import type { ObjectSource } from './ResourceSource';

describe('Reflector', () => {
  let sandbox: Sandbox;
  let client: KubernetesClient;
  let store: ObjectStore<KubeObject>;
  let reflector: Reflector<KubeObject>;
  let changes: Change<KubeObject>[];
  let following: boolean[];
  let opened: number;
  let delays: number[];
  let scope: string | undefined;

  async function start(
    options: {
      workspaces?: number;
      stallMs?: number;
      namespace?: string;
    } = {},
  ) {
    sandbox = await startSandbox({ workspaces: options.workspaces });
    scope = options.namespace;
    const config = new KubeConfig();
    config.loadFromString(sandbox.kubeconfig);
    client = new KubernetesClient(await createClusterAccess(config));
    store = new ObjectStore();
    [changes, following, delays, opened] = [[], [], [], 0];
    const source = resourceSource<KubeObject>(
      client,
      WORKSPACES,
      options.namespace,
    );
    reflector = new Reflector(
      {
        list: source.list,
        async watch(resourceVersion, signal) {
          const events = await source.watch(resourceVersion, signal);
          opened += 1;
          return events;
        },
      },
      store.scope(options.namespace),
      {
        onChanges: told => changes.push(...told),
        onFollowing: state => following.push(state),
        onFailure: () => {},
      },
      {
        stallMs: options.stallMs ?? 60_000,
        delay: async ms => {
          delays.push(ms);
          await new Promise(resolve => setImmediate(resolve));
        },
      },
    );
    sandbox.requests.clear();
    reflector.start();
    await follows(1);
  }

  afterEach(async () => {
    await reflector.stop();
    await client.close();
    await sandbox.stop();
  });

  /**
   * Until it follows by its watch of that number or a later one: a watch whose version is too old may
   * open and tell that only then.
   */
  async function follows(watches: number): Promise<void> {
    await eventually(() => {
      expect(opened).toBeGreaterThanOrEqual(watches);
      expect(following.at(-1)).toBe(true);
    });
  }

  async function catchesUp(): Promise<void> {
    await eventually(() => {
      const versions = (
        objects: KubeObject[] | ReturnType<Sandbox['objects']['list']>,
      ) =>
        objects
          .map(({ metadata }) => `${metadata.uid} ${metadata.resourceVersion}`)
          .sort();
      expect(versions(store.list())).toEqual(
        versions(sandbox.objects.list('workspaces', scope)),
      );
    });
  }

  function touch(name = 'invoice-report'): void {
    const key = { namespace: 'payments', name };
    sandbox.objects.patch('workspaces', key, {
      metadata: { annotations: { touched: String(Math.random()) } },
    });
  }

  function lists(): string[] {
    return sandbox.requests
      .all()
      .map(({ path }) => path)
      .filter(path => !path.includes('watch=true'));
  }

  it('lists page by page and follows', async () => {
    await start({ workspaces: 700 });
    expect(lists()).toHaveLength(2);
    expect(changes).toHaveLength(sandbox.objects.list('workspaces').length);
    touch();
    await catchesUp();
  });

  it('asks for nothing but its namespace', async () => {
    await start({ namespace: 'payments' });
    touch();
    await catchesUp();
    for (const { path } of sandbox.requests.all()) {
      expect(path).toContain('/namespaces/payments/workspaces');
    }
  });

  it('goes on where a cut watch broke off, without a list', async () => {
    await start();
    sandbox.faults.cutWatches();
    await follows(2);
    touch();
    await catchesUp();
    expect(lists()).toHaveLength(1);
  });

  it('goes on without a list after too many requests, no sooner than it was told', async () => {
    await start();
    sandbox.faults.failNext(2, { status: 429, retryAfter: 7 });
    sandbox.faults.cutWatches();
    await follows(2);
    touch();
    await catchesUp();
    expect(lists()).toHaveLength(1);
    expect(delays.filter(ms => ms === 7000)).toHaveLength(2);
  });

  it('goes on without a list after connections were refused', async () => {
    await start();
    await sandbox.faults.goAway();
    await eventually(() => expect(delays.length).toBeGreaterThan(3));
    touch();
    await sandbox.faults.comeBack();
    await follows(2);
    await catchesUp();
    expect(lists()).toHaveLength(1);
  });

  it('lists again when its version is too old, and tells what has vanished', async () => {
    await start();
    await sandbox.faults.goAway();
    const key = { namespace: 'search', name: 'synonyms' };
    sandbox.objects.patch('workspaces', key, {
      metadata: { finalizers: null },
    });
    sandbox.objects.delete('workspaces', key);
    sandbox.faults.expireHistory();
    changes.length = 0;
    await sandbox.faults.comeBack();
    await follows(2);
    await catchesUp();
    expect(lists()).toHaveLength(2);
    expect(changes).toMatchObject([
      { type: 'delete', object: { metadata: { name: 'synonyms' } } },
    ]);
  });

  it('notices a watch that has fallen silent', async () => {
    await start({ stallMs: 300 });
    sandbox.faults.stallWatches(true);
    touch();
    await eventually(() => expect(following).toContain(false));
    sandbox.faults.stallWatches(false);
    await catchesUp();
    expect(lists()).toHaveLength(1);
  });

  it('backs off while the API server fails', async () => {
    await start();
    sandbox.faults.failNext(4, { status: 500 });
    sandbox.faults.cutWatches();
    await follows(2);
    for (const [index, full] of [1600, 3200, 6400, 12800].entries()) {
      expect(delays[index + 1]).toBeGreaterThanOrEqual(full / 2);
      expect(delays[index + 1]).toBeLessThanOrEqual(full);
    }
  });

  it('stops at once and leaves nothing open', async () => {
    await start();
    await reflector.stop();
    const { length } = sandbox.requests.all();
    sandbox.faults.cutWatches();
    touch();
    await new Promise(resolve => setImmediate(resolve));
    expect(sandbox.requests.all()).toHaveLength(length);
  });
});

describe('Reflector while its first watch does not open', () => {
  it('follows from its list on, and no longer once the deadline is over', async () => {
    const told: { following: boolean; since: Date }[] = [];
    const source: ObjectSource<KubeObject> = {
      list: async () => ({ items: [], resourceVersion: '1' }),
      watch: (_, signal) =>
        new Promise((__, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    };
    const store = new ObjectStore<KubeObject>();
    const reflector = new Reflector(
      source,
      store.scope(),
      {
        onChanges: () => {},
        onFollowing: (following, since) => told.push({ following, since }),
        onFailure: () => {},
      },
      { ...DEFAULT_TIMES, stallMs: 300 },
    );
    reflector.start();
    await eventually(() => expect(told).toHaveLength(2));
    await reflector.stop();
    expect(told.map(({ following }) => following)).toEqual([true, false]);
    // Since the list: nothing was heard after it.
    expect(Number(told[1].since) - Number(told[0].since)).toBeLessThan(300);
  });
});
