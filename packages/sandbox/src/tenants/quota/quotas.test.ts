import { aWorkspace, eventually } from '../../__testUtils__/client';
import { Condition } from '../../controllers/workspace/model';
import { TENANT_NAMESPACE } from '../../names';
import { Sandbox } from '../../sandbox';
import { startSandbox } from '../../startSandbox';
import { formatQuantity, parseQuantity } from './quantity';

describe('quantities', () => {
  it.each([
    ['1500m', '1500m'],
    ['2000m', '2'],
    ['0.5', '500m'],
    ['1e3', '1k'],
    ['12', '12'],
    ['0', '0'],
  ])('%s is %s', (text, canonical) =>
    expect(formatQuantity(parseQuantity(text) ?? -1n, false)).toBe(canonical),
  );

  it.each([
    ['4096Mi', '4Gi'],
    ['1.5Gi', '1536Mi'],
    ['500', '500'],
  ])('%s of memory is %s', (text, canonical) =>
    expect(formatQuantity(parseQuantity(text) ?? -1n, true)).toBe(canonical),
  );

  it.each(['', '1 Gi', '1KB', 'x'])('%p is none', text =>
    expect(parseQuantity(text)).toBeUndefined(),
  );
});

describe('the quota of the workspaces', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  const tenant = () => {
    const found = sandbox.tenant({ namespace: 'search', name: 'search-dev' });
    if (!found) throw new Error('the tenant cluster has no API');
    return found.objects;
  };
  const place = { namespace: TENANT_NAMESPACE, name: 'workspace-quota' };
  const pod = (name: string, limits?: Record<string, string>) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { namespace: TENANT_NAMESPACE, name },
    spec: {
      containers: [{ name: 'main', ...(limits && { resources: { limits } }) }],
    },
  });

  it('says what is used', async () => {
    await eventually(() =>
      expect(tenant().get('resourcequotas', place)?.status).toEqual({
        hard: {
          'limits.cpu': '16',
          'limits.memory': '32Gi',
          'requests.storage': '500Gi',
        },
        used: {
          'limits.cpu': '2',
          'limits.memory': '4Gi',
          'requests.storage': '20Gi',
        },
      }),
    );
  });

  it('refuses what is too much in the words of Kubernetes', () => {
    expect(() =>
      tenant().create('pods', pod('big', { cpu: '15', memory: '1Gi' })),
    ).toThrow(
      'pods "big" is forbidden: exceeded quota: workspace-quota, requested: limits.cpu=15, used: limits.cpu=2, limited: limits.cpu=16',
    );
    expect(() => tenant().create('pods', pod('silent'))).toThrow(
      'pods "silent" is forbidden: failed quota: workspace-quota: must specify limits.cpu for: main; limits.memory for: main',
    );
  });

  it('keeps a workspace waiting until there is room', async () => {
    const key = { namespace: 'search', name: 'late' };
    sandbox.objects.create(
      'workspaces',
      aWorkspace('late', { resources: { cpu: '15' } }, 'search'),
    );
    await eventually(() => {
      const conditions = sandbox.objects.get('workspaces', key)?.status
        ?.conditions as Condition[];
      expect(conditions.find(({ type }) => type === 'PodReady')).toMatchObject({
        status: 'False',
        reason: 'ExceededQuota',
        message: expect.stringContaining('exceeded quota: workspace-quota'),
      });
    });
    tenant().delete('pods', {
      namespace: TENANT_NAMESPACE,
      name: 'ws-ranking-experiment',
    });
    await eventually(() =>
      expect(sandbox.objects.get('workspaces', key)?.status?.phase).toBe(
        'Running',
      ),
    );
  });
});
