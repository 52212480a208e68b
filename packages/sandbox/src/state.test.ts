import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StateFile } from './apiserver/storage/stateFile';
import { Sandbox, SandboxOptions } from './sandbox';
import { startSandbox } from './startSandbox';
import {
  aWorkspace,
  eventually,
  TestClient,
  workspacesOf,
} from './__testUtils__/client';

const CLUSTER = { namespace: 'payments', name: 'payments-dev' };

describe('a sandbox with a state file', () => {
  let folder: string;
  let file: string;
  const running: Sandbox[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-state-'));
    file = join(folder, 'state.db');
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map(sandbox => sandbox.stop()));
    rmSync(folder, { recursive: true });
  });

  const start = async (options: SandboxOptions = {}) => {
    const sandbox = await startSandbox({ stateFile: file, ...options });
    running.push(sandbox);
    return sandbox;
  };
  const stop = async (sandbox: Sandbox) => {
    running.splice(running.indexOf(sandbox), 1);
    await sandbox.stop();
  };
  const versionOf = async (sandbox: Sandbox) => {
    const client = new TestClient(sandbox);
    const { body } = await client.request('GET', workspacesOf('payments'));
    await client.close();
    return Number(body.metadata.resourceVersion);
  };

  it('goes on where it was, under the same address and with the same credentials', async () => {
    const first = await start();
    first.objects.create('workspaces', aWorkspace('mine'));
    await eventually(() =>
      expect(
        first.objects.get('workspaces', { namespace: 'payments', name: 'mine' })
          ?.status,
      ).toMatchObject({ phase: 'Running' }),
    );
    first.objects.delete('workspacetemplates', {
      namespace: 'payments',
      name: first.objects.list('workspacetemplates', 'payments')[0].metadata
        .name,
    });
    const client = new TestClient(first);
    const kinds = [
      'workspaces',
      'workspacetemplates',
      'users',
      'teams',
      'secrets',
      'customresourcedefinitions',
    ];
    const everything = (sandbox: Sandbox) => ({
      url: sandbox.url,
      ca: sandbox.ca,
      token: sandbox.token,
      kubeconfig: sandbox.kubeconfig,
      objects: kinds.map(kind => sandbox.objects.list(kind)),
      tenant: {
        url: sandbox.tenant(CLUSTER)?.url,
        pods: sandbox.tenant(CLUSTER)?.objects.list('pods'),
        secrets: sandbox.tenant(CLUSTER)?.objects.list('secrets'),
      },
    });
    // Until the controllers have come to rest: what they do later would differ.
    await first.controllers.advance(0);
    first.controllers.pause();
    const before = everything(first);
    const version = await versionOf(first);
    await stop(first);
    const second = await start();
    expect(everything(second)).toEqual(before);
    expect(await versionOf(second)).toBeGreaterThanOrEqual(version);
    // The very client of before: its CA, its token, its address.
    const { status } = await client.request(
      'GET',
      `${workspacesOf('payments')}/mine`,
    );
    expect(status).toBe(200);
    await client.close();
  });

  it('lets a watch go on that has missed nothing, and no other', async () => {
    const first = await start({ empty: true });
    const namespace = (name: string) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
    const old = first.objects.create('namespaces', namespace('one'));
    const last = first.objects.create('namespaces', namespace('two'));
    await stop(first);
    const second = await start({ empty: true });
    const client = new TestClient(second);
    const path = '/api/v1/namespaces?watch=true&resourceVersion=';
    const missed = await client.watch(path + old.metadata.resourceVersion);
    await missed.ended;
    expect(missed.events).toMatchObject([{ type: 'ERROR' }]);
    const resumed = await client.watch(path + last.metadata.resourceVersion);
    second.objects.create('namespaces', namespace('three'));
    await eventually(() =>
      expect(resumed.events).toMatchObject([
        { type: 'ADDED', object: { metadata: { name: 'three' } } },
      ]),
    );
    resumed.close();
    await client.close();
  });

  it('never gives out a version twice, whatever was deleted', async () => {
    const first = await start({ empty: true });
    const metadata = { name: 'brief' };
    first.objects.create('namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata,
    });
    first.objects.delete('namespaces', metadata);
    first.faults.expireHistory();
    const client = new TestClient(first);
    const before = await client.request('GET', '/api/v1/namespaces');
    await client.close();
    await stop(first);
    const second = await start({ empty: true });
    expect(second.objects.get('namespaces', metadata)).toBeUndefined();
    const made = second.objects.create('namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata,
    });
    expect(Number(made.metadata.resourceVersion)).toBeGreaterThan(
      Number(before.body.metadata.resourceVersion),
    );
  });

  it('forgets a tenant cluster that was deleted', async () => {
    const first = await start();
    const { url } = first.tenant(CLUSTER) ?? {};
    first.objects.delete('tenantclusters', CLUSTER);
    await eventually(() => expect(first.tenant(CLUSTER)).toBeUndefined());
    await stop(first);
    const second = await start();
    expect(second.tenant(CLUSTER)).toBeUndefined();
    expect(url).toBeDefined();
  });

  it('brings a tenant cluster to the end that was in the making', async () => {
    const key = { namespace: 'search', name: 'brand-new' };
    const first = await start({ delays: 'lifelike' });
    first.objects.create('tenantclusters', {
      apiVersion: 'butler.butlerlabs.dev/v1alpha1',
      kind: 'TenantCluster',
      metadata: key,
      spec: {},
    });
    const phase = (sandbox: Sandbox) =>
      sandbox.objects.get('tenantclusters', key)?.status?.phase;
    await eventually(() => expect(phase(first)).toBe('Provisioning'));
    await stop(first);
    const second = await start();
    await eventually(() => expect(second.tenant(key)).toBeDefined());
    expect(phase(second)).toBe('Ready');
  });

  it('keeps how far the clock was put forward', async () => {
    const first = await start();
    await first.controllers.advance(3_600_000);
    await stop(first);
    const second = await start();
    const made = second.objects.create('namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'later' },
    });
    const age = Date.parse(made.metadata.creationTimestamp ?? '') - Date.now();
    expect(age).toBeGreaterThan(3_590_000);
  });

  it('is for the eyes of its owner only', async () => {
    await start({ empty: true });
    for (const suffix of ['', '-wal']) {
      const { mode } = statSync(`${file}${suffix}`);
      expect((mode % 0o1000).toString(8)).toBe('600');
    }
  });

  it('is as good as new when its first start was broken off', async () => {
    const state = StateFile.open(file);
    state.journal('management').remember('token', 'of a start that failed');
    state.close();
    const again = StateFile.open(file);
    expect(again.isNew).toBe(true);
    expect(again.journal('management').recall('token')).toBeUndefined();
    again.commit();
    again.close();
    const third = StateFile.open(file);
    expect(third.isNew).toBe(false);
    third.close();
  });

  it('refuses a file that is in use, or not its own', async () => {
    await start({ empty: true });
    expect(() => StateFile.open(file)).toThrow('in use by another sandbox');
    const text = join(folder, 'notes.txt');
    writeFileSync(text, 'remember the milk\n'.repeat(100));
    expect(() => StateFile.open(text)).toThrow(/can't be used/);
  });

  it('refuses to fill a bare cluster later', async () => {
    await stop(await start({ empty: true }));
    await expect(startSandbox({ stateFile: file })).rejects.toThrow(
      'was made with --empty',
    );
  });
});
