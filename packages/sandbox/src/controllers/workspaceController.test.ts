import { JsonObject, KubeObject } from '../apiserver/types';
import { Sandbox } from '../sandbox';
import { startSandbox } from '../startSandbox';
import { aWorkspace, eventually } from '../__testUtils__/client';
import { ManualClock } from '../runtime/clock';
import { CONNECT, CONNECT_TIME, TENANT_NAMESPACE } from '../names';
import { Condition } from './workspace/model';

const HOUR = 3_600_000;
const CLUSTER = { namespace: 'payments', name: 'payments-dev' };

describe('the workspace controller', () => {
  let clock: ManualClock;
  let sandbox: Sandbox;
  const key = { namespace: 'payments', name: 'subject' };

  beforeEach(async () => {
    clock = new ManualClock(Date.parse('2026-01-15T10:00:00Z'));
    sandbox = await startSandbox({ clock });
  });
  afterEach(() => sandbox.stop());

  const create = (spec: JsonObject = {}) =>
    sandbox.objects.create('workspaces', aWorkspace(key.name, spec));
  const read = () => sandbox.objects.get('workspaces', key);
  const tenant = () => {
    const found = sandbox.tenant(CLUSTER);
    if (!found) throw new Error('the tenant cluster has no API');
    return found.objects;
  };
  const inTenant = (resource: string, name: string) =>
    tenant().get(resource, { namespace: TENANT_NAMESPACE, name });
  const reaches = (status: object) =>
    eventually(() => {
      const workspace = read();
      expect(workspace?.status).toMatchObject(status);
      return workspace as KubeObject;
    });
  const annotate = (annotations: Record<string, string | null>) =>
    sandbox.objects.patch('workspaces', key, { metadata: { annotations } });
  const conditionsOf = (workspace: KubeObject) =>
    (workspace.status?.conditions ?? []) as Condition[];
  const connect = async () => {
    annotate({ [CONNECT]: 'true' });
    return reaches({ connected: true });
  };
  const disconnect = async () => {
    annotate({ [CONNECT]: null, [CONNECT_TIME]: null });
    return reaches({
      connected: false,
      lastDisconnectTime: expect.any(String),
    });
  };
  const reasonOfFailure = async () => {
    const failed = await reaches({ phase: 'Failed' });
    return conditionsOf(failed).find(
      ({ type, status }) => type === 'Ready' && status === 'False',
    )?.reason;
  };

  it('brings a new workspace to Running, one condition after the other', async () => {
    create({
      repositories: [{ url: 'https://git.example.com/a.git' }],
      dotfiles: { url: 'https://git.example.com/dotfiles.git' },
    });
    const running = await reaches({ phase: 'Running' });
    expect(running.metadata.finalizers).toEqual([
      'butler.butlerlabs.dev/workspace',
    ]);
    const reached = conditionsOf(running).map(
      ({ type, status }) => `${type}=${status}`,
    );
    expect(reached).toEqual([
      'PVCReady=True',
      'PodReady=True',
      'RepositoryCloned=True',
      'DotfilesInstalled=True',
      'SSHReady=True',
      'Ready=True',
    ]);
    expect(running.status).toMatchObject({
      podName: 'ws-subject',
      pvcName: 'ws-subject',
      connected: false,
      observedGeneration: 1,
    });
    expect(inTenant('pods', 'ws-subject')?.status).toMatchObject({
      phase: 'Running',
    });
    expect(inTenant('secrets', 'ws-subject-ssh-keys')).toBeDefined();
    expect(inTenant('resourcequotas', 'workspace-quota')).toBeDefined();
  });

  it('connects and disconnects', async () => {
    create();
    await reaches({ phase: 'Running' });
    const connected = await connect();
    expect(connected.status).toMatchObject({
      serviceName: 'ws-subject-ssh',
      sshEndpoint: expect.stringMatching(/^203\.0\.113\.\d+:2222$/),
      lastActivityTime: '2026-01-15T10:00:00Z',
    });
    expect(connected.metadata.annotations?.[CONNECT_TIME]).toBe(
      '2026-01-15T10:00:00Z',
    );
    const left = await disconnect();
    expect(left.status).not.toHaveProperty('sshEndpoint');
    expect(left.status).not.toHaveProperty('serviceName');
    expect(inTenant('services', 'ws-subject-ssh')).toBeUndefined();
  });

  it('stops the way of the contract, keeps the volume, and starts again on connect', async () => {
    create();
    await reaches({ phase: 'Running' });
    await connect();
    annotate({ [CONNECT]: null, [CONNECT_TIME]: null });
    const place = { namespace: TENANT_NAMESPACE };
    if (inTenant('services', 'ws-subject-ssh')) {
      tenant().delete('services', { ...place, name: 'ws-subject-ssh' });
    }
    tenant().delete('pods', { ...place, name: 'ws-subject' });
    annotate({ 'butler.butlerlabs.dev/touched': 'now' });
    const stopped = await reaches({ phase: 'Stopped', connected: false });
    expect(stopped.status).not.toHaveProperty('podName');
    expect(stopped.status).not.toHaveProperty('sshEndpoint');
    expect(stopped.status?.lastDisconnectTime).toBeDefined();
    expect(inTenant('persistentvolumeclaims', 'ws-subject')).toBeDefined();
    annotate({ [CONNECT]: 'true' });
    await reaches({ phase: 'Running', connected: true });
  });

  it('removes everything in the tenant cluster before a deleted workspace goes', async () => {
    create();
    await reaches({ phase: 'Running' });
    await connect();
    sandbox.objects.delete('workspaces', key);
    await eventually(() => expect(read()).toBeUndefined());
    for (const [resource, name] of [
      ['pods', 'ws-subject'],
      ['services', 'ws-subject-ssh'],
      ['persistentvolumeclaims', 'ws-subject'],
      ['secrets', 'ws-subject-ssh-keys'],
    ]) {
      expect(inTenant(resource, name)).toBeUndefined();
    }
  });

  it('fails at once without the cluster', async () => {
    create({ clusterRef: { name: 'nowhere' } });
    expect(await reasonOfFailure()).toBe('ClusterNotFound');
  });

  it.each(['Running', 'Stopped'])(
    'fails a %s workspace whose cluster is deleted, and lets it go without the cluster',
    async phase => {
      create();
      await reaches({ phase: 'Running' });
      await connect();
      if (phase === 'Stopped') {
        await disconnect();
        tenant().delete('pods', {
          namespace: TENANT_NAMESPACE,
          name: 'ws-subject',
        });
        await reaches({ phase });
      }
      sandbox.objects.delete('tenantclusters', CLUSTER);
      expect(await reasonOfFailure()).toBe('ClusterNotFound');
      sandbox.objects.delete('workspaces', key);
      await eventually(() => expect(read()).toBeUndefined());
    },
  );

  it('fails at once where workspaces are not enabled', async () => {
    create({ clusterRef: { name: 'payments-legacy' } });
    expect(await reasonOfFailure()).toBe('WorkspacesDisabled');
  });

  it('fails at once when the cluster is full', async () => {
    sandbox.objects.patch('tenantclusters', CLUSTER, {
      spec: { workspaces: { maxWorkspaces: 3 } },
    });
    create();
    expect(await reasonOfFailure()).toBe('QuotaExceeded');
  });

  it('fails at once when nobody could log in', async () => {
    create({ owner: 'viewer@example.com' });
    expect(await reasonOfFailure()).toBe('SSHKeysRequired');
  });

  it('needs no profile keys when the workspace brings its own', async () => {
    create({
      owner: 'viewer@example.com',
      sshPublicKeys: ['ssh-ed25519 AAAA'],
    });
    expect(await reaches({ phase: 'Running' })).toBeDefined();
  });

  it('fails at once when the kubeconfig of the cluster is gone', async () => {
    sandbox.objects.delete('secrets', {
      namespace: 'payments-dev',
      name: 'payments-dev-admin-kubeconfig',
    });
    create();
    expect(await reasonOfFailure()).toBe('TenantClientError');
  });

  it('leaves a Failed workspace alone', async () => {
    create({ clusterRef: { name: 'nowhere' } });
    expect(await reasonOfFailure()).toBe('ClusterNotFound');
    annotate({ [CONNECT]: 'true' });
    sandbox.objects.patch('workspaces', key, {
      spec: { clusterRef: { name: 'payments-dev' } },
    });
    await reaches({ phase: 'Failed', observedGeneration: 2 });
  });

  it('waits for a cluster that is not Ready', async () => {
    sandbox.objects.patch(
      'tenantclusters',
      CLUSTER,
      { status: { phase: 'Updating' } },
      'status',
    );
    create();
    await eventually(() =>
      expect(conditionsOf(read() as KubeObject)).toContainEqual(
        expect.objectContaining({
          type: 'Ready',
          reason: 'WaitingForDependencies',
        }),
      ),
    );
    expect(read()?.status?.phase).toBe('Pending');
    sandbox.objects.patch(
      'tenantclusters',
      CLUSTER,
      { status: { phase: 'Ready' } },
      'status',
    );
    await reaches({ phase: 'Running' });
  });

  it('disconnects after the idle timeout and stops after autoStopAfter', async () => {
    create({ idleTimeout: '2h', autoStopAfter: '1h30m' });
    await reaches({ phase: 'Running' });
    await connect();
    await clock.advance(2 * HOUR + 2_000);
    const left = await reaches({ connected: false, phase: 'Running' });
    expect(left.metadata.annotations?.[CONNECT]).toBeUndefined();
    expect(left.metadata.annotations?.[CONNECT_TIME]).toBeUndefined();
    await eventually(() =>
      expect(read()?.status?.lastDisconnectTime).toBe('2026-01-15T12:00:01Z'),
    );
    await clock.advance(1.5 * HOUR + 2_000);
    await reaches({ phase: 'Stopped' });
  });

  it('never stops by itself with autoStopAfter 0s', async () => {
    create({ autoStopAfter: '0s' });
    await reaches({ phase: 'Running' });
    await connect();
    await disconnect();
    await clock.advance(100 * HOUR);
    annotate({ 'butler.butlerlabs.dev/touched': 'now' });
    sandbox.objects.patch('workspaces', key, { spec: { image: 'img:2' } });
    expect(
      await reaches({ phase: 'Running', observedGeneration: 2 }),
    ).toBeDefined();
  });

  it('deletes a workspace that was Stopped for too long', async () => {
    create();
    await reaches({ phase: 'Running' });
    await connect();
    await disconnect();
    tenant().delete('pods', {
      namespace: TENANT_NAMESPACE,
      name: 'ws-subject',
    });
    await reaches({ phase: 'Stopped' });
    // The clock's longest wait is as long as it takes here: it is no timer of Node.
    await clock.advance(720 * HOUR + 2_000);
    await eventually(() => expect(read()).toBeUndefined());
  });
});

describe('a TenantCluster that is made over the API', () => {
  it('becomes Ready, has an endpoint, and takes workspaces', async () => {
    const sandbox = await startSandbox();
    sandbox.objects.create('tenantclusters', {
      apiVersion: 'butler.butlerlabs.dev/v1alpha1',
      kind: 'TenantCluster',
      metadata: { name: 'brand-new', namespace: 'search' },
      spec: { workspaces: { enabled: true } },
    });
    sandbox.objects.create(
      'workspaces',
      aWorkspace('early', { clusterRef: { name: 'brand-new' } }, 'search'),
    );
    await eventually(() =>
      expect(
        sandbox.objects.get('workspaces', {
          namespace: 'search',
          name: 'early',
        })?.status,
      ).toMatchObject({ phase: 'Running' }),
    );
    const secret = sandbox.objects.get('secrets', {
      namespace: 'brand-new',
      name: 'brand-new-admin-kubeconfig',
    });
    expect(secret?.data).toHaveProperty(['admin.conf']);
    expect(
      sandbox.tenant({ namespace: 'search', name: 'brand-new' })?.url,
    ).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    await sandbox.stop();
  });
});
