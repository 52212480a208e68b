import { eventually, TestClient } from '../../../__testUtils__/client';
import { Sandbox } from '../../../sandbox';
import { startSandbox } from '../../../startSandbox';
import { PolicyRule, RBAC, Subject } from './model';

const API = `/apis/${RBAC}/v1`;
const apiVersion = `${RBAC}/v1`;
const GET_SECRETS: PolicyRule = {
  apiGroups: [''],
  resources: ['secrets'],
  verbs: ['get'],
};

interface Refusal {
  message: string;
  details?: { causes?: { field: string; message: string }[] };
}

describe('roles and bindings over the API', () => {
  let sandbox: Sandbox;
  let admin: TestClient;

  beforeAll(async () => {
    sandbox = await startSandbox({ empty: true });
    admin = new TestClient(sandbox);
  });
  afterAll(async () => {
    await admin.close();
    await sandbox.stop();
  });

  const create = async (path: string, body: object, user?: string) => {
    const answer = await admin.request<Refusal>(
      'POST',
      `${API}/${path}`,
      body,
      {
        ...(user && { 'Impersonate-User': user }),
      },
    );
    const { causes = [] } = answer.body.details ?? {};
    return {
      status: answer.status,
      message: answer.body.message,
      causes: causes.map(({ field, message }) => `${field}: ${message}`),
    };
  };

  const clusterRole = (name: string, rules: object[] | null, more = {}) => ({
    ...{ apiVersion, kind: 'ClusterRole', metadata: { name }, rules },
    ...more,
  });

  const binding = (
    name: string,
    role: object,
    subjects: Partial<Subject>[],
  ) => ({
    apiVersion,
    kind: 'ClusterRoleBinding',
    metadata: { name },
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', ...role },
    subjects,
  });

  const user = (name: string) => ({
    apiGroup: RBAC,
    kind: 'User' as const,
    name,
  });

  const mayGetSecrets = async (name: string) => {
    const { status } = await admin.request(
      'GET',
      '/api/v1/namespaces/default/secrets/none',
      undefined,
      { 'Impersonate-User': name },
    );
    return status === 404;
  };

  it('are refused with every field that is wrong', async () => {
    const rules = [
      { apiGroups: [''], resources: ['pods'], verbs: [] },
      { verbs: ['get'], resources: ['pods'] },
      { verbs: ['get'], apiGroups: [''] },
      { verbs: ['get'], nonResourceURLs: ['/a'], resources: ['pods'] },
    ];
    const { status, causes } = await create(
      'clusterroles',
      clusterRole('wrong', rules),
    );
    expect(status).toBe(422);
    expect(causes).toEqual([
      'rules[0].verbs: Required value: verbs must contain at least one value',
      'rules[1].apiGroups: Required value: resource rules must supply at least one api group',
      'rules[2].resources: Required value: resource rules must supply at least one resource',
      'rules[3].nonResourceURLs: Invalid value: ["/a"]: rules cannot apply to both regular resources and non-resource URLs',
    ]);
  });

  it.each<[string, object]>([
    [
      'roleRef.kind',
      binding('wrong', { kind: 'Role', name: 'view' }, [user('a')]),
    ],
    ['roleRef.name', binding('wrong', { name: '' }, [user('a')])],
    ['subjects[0].name', binding('wrong', { name: 'view' }, [user('')])],
    [
      'subjects[0].namespace',
      binding('wrong', { name: 'view' }, [
        { kind: 'ServiceAccount', name: 'a' },
      ]),
    ],
  ])('are refused for %s', async (field, body) => {
    const { status, causes } = await create('clusterrolebindings', body);
    expect(status).toBe(422);
    expect(causes[0]).toMatch(`${field}: `);
  });

  it('keep the role that they are bound to', async () => {
    const path = 'clusterrolebindings';
    await create(path, binding('kept', { name: 'view' }, [user('kept')]));
    const { status, body } = await admin.merge(`${API}/${path}/kept`, {
      roleRef: { name: 'cluster-admin' },
    });
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain('cannot change roleRef');
  });

  it('gather the rules of those with a label, as long as these have it', async () => {
    const labels = { 'example.com/part': 'true' };
    const sum = clusterRole('sum', null, {
      aggregationRule: { clusterRoleSelectors: [{ matchLabels: labels }] },
    });
    expect((await create('clusterroles', sum)).status).toBe(201);
    await create(
      'clusterrolebindings',
      binding('sum', { name: 'sum' }, [user('summed')]),
    );
    expect(await mayGetSecrets('summed')).toBe(false);
    const part = clusterRole('part', [GET_SECRETS]);
    await create('clusterroles', {
      ...part,
      metadata: { name: 'part', labels },
    });
    await eventually(async () =>
      expect(await mayGetSecrets('summed')).toBe(true),
    );
    await admin.merge(`${API}/clusterroles/part`, {
      metadata: { labels: { 'example.com/part': null } },
    });
    await eventually(async () =>
      expect(await mayGetSecrets('summed')).toBe(false),
    );
  });

  it('give nobody more than who writes them has', async () => {
    const writes = {
      apiGroups: [RBAC],
      resources: ['clusterroles', 'clusterrolebindings'],
      verbs: ['create', 'patch'],
    };
    await create('clusterroles', clusterRole('writes-roles', [writes]));
    await create(
      'clusterrolebindings',
      binding('writes-roles', { name: 'writes-roles' }, [user('writer')]),
    );
    const more = clusterRole('more', [GET_SECRETS]);
    const refused = await create('clusterroles', more, 'writer');
    expect(refused).toMatchObject({
      status: 403,
      message:
        'clusterroles.rbac.authorization.k8s.io "more" is forbidden: user "writer" (groups=["system:authenticated"]) is attempting to grant RBAC permissions not currently held:\n{APIGroups:[""], Resources:["secrets"], Verbs:["get"]}',
    });
    const grant = binding('grant', { name: 'cluster-admin' }, [user('writer')]);
    expect((await create('clusterrolebindings', grant, 'writer')).status).toBe(
      403,
    );
    const patched = await admin.request(
      'PATCH',
      `${API}/clusterroles/writes-roles`,
      { rules: [writes, GET_SECRETS] },
      {
        'Content-Type': 'application/merge-patch+json',
        'Impersonate-User': 'writer',
      },
    );
    expect(patched.status).toBe(403);
    const own = clusterRole('own', [{ ...writes, verbs: ['create'] }]);
    expect((await create('clusterroles', own, 'writer')).status).toBe(201);
  });
});
