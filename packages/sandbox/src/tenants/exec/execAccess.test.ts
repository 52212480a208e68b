import { apiOf } from '../../__testUtils__/client';
import { askForUpgrade } from '../../__testUtils__/upgrade';
import { Sandbox } from '../../sandbox';
import { startSandbox } from '../../startSandbox';

const RBAC = 'rbac.authorization.k8s.io';
const POD = '/api/v1/namespaces/workspaces/pods/ws-checkout-refunds';
const EXEC = `${POD}/exec?container=workspace&command=ls&stdout=true`;
const ATTACH = `${POD}/attach?container=workspace&stdout=true`;

describe('who may open a WebSocket', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  function tenant() {
    const found = sandbox.tenant({
      namespace: 'payments',
      name: 'payments-dev',
    });
    if (!found) throw new Error('the tenant cluster has no API');
    return found;
  }

  const api = () => apiOf(tenant().kubeconfig);

  const allow = (user: string, verb: string, resource: string) => {
    const metadata = { namespace: 'workspaces', name: user };
    const { objects } = tenant();
    objects.create('roles', {
      apiVersion: `${RBAC}/v1`,
      kind: 'Role',
      metadata,
      rules: [{ apiGroups: [''], resources: [resource], verbs: [verb] }],
    });
    objects.create('rolebindings', {
      apiVersion: `${RBAC}/v1`,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: RBAC, kind: 'Role', name: user },
      subjects: [{ apiGroup: RBAC, kind: 'User', name: user }],
    });
  };

  const as = (user: string) => ({ headers: { 'Impersonate-User': user } });

  it('is asked for exec and attach in a tenant cluster, by the verb of the request’s method', async () => {
    allow('gets-exec', 'get', 'pods/exec');
    allow('creates-exec', 'create', 'pods/exec');
    allow('gets-pods', 'get', 'pods');
    allow('gets-attach', 'get', 'pods/attach');
    const get = async (user: string, path: string) =>
      (await askForUpgrade(api(), path, as(user))).status;
    expect(await get('gets-exec', EXEC)).toBe(101);
    expect(await get('gets-exec', ATTACH)).toBe(403);
    expect(await get('gets-attach', ATTACH)).toBe(101);
    expect(await get('gets-attach', EXEC)).toBe(403);
    expect(await get('gets-pods', EXEC)).toBe(403);
    // A WebSocket begins with GET, which is `get`, not `create` (`RequestInfoFactory` of Kubernetes 1.32).
    expect(await get('creates-exec', EXEC)).toBe(403);
    const post = async (user: string) =>
      (await askForUpgrade(api(), EXEC, { method: 'POST', ...as(user) }))
        .status;
    expect(await post('gets-exec')).toBe(403);
    expect(await post('creates-exec')).not.toBe(403);
  });

  it('is told what is missing', async () => {
    const { status, body } = await askForUpgrade(
      api(),
      EXEC,
      as('someone@example.com'),
    );
    expect(status).toBe(403);
    expect(body).toMatchObject({
      kind: 'Status',
      reason: 'Forbidden',
      message:
        'pods "ws-checkout-refunds" is forbidden: User "someone@example.com" cannot get resource "pods/exec" in API group "" in the namespace "workspaces"',
    });
  });

  it('needs a token that is one', async () => {
    const wrong = { ...api(), token: 'wrong' };
    expect((await askForUpgrade(wrong, EXEC)).status).toBe(401);
  });

  it('stands in the record with the answer', async () => {
    tenant().requests.clear();
    await askForUpgrade(api(), EXEC, as('someone@example.com'));
    await askForUpgrade(api(), EXEC);
    expect(
      tenant()
        .requests.all()
        .map(({ status }) => status),
    ).toEqual([403, 101]);
  });

  it('is asked in the management cluster, before whether the path takes one', async () => {
    const portal = apiOf(sandbox.portalKubeconfig);
    expect((await askForUpgrade(portal, EXEC)).status).toBe(403);
    expect((await askForUpgrade(sandbox, EXEC)).status).toBe(400);
  });
});
