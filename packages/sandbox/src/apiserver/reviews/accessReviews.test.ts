import { TestClient } from '../../__testUtils__/client';
import { Sandbox } from '../../sandbox';
import { startSandbox } from '../../startSandbox';
import { JsonObject } from '../types';

const LIST_IN_PAYMENTS = {
  verb: 'list',
  group: 'butler.butlerlabs.dev',
  resource: 'workspaces',
  namespace: 'payments',
};

interface ReviewBody {
  status: JsonObject;
  message: string;
}

describe('what somebody may do', () => {
  let sandbox: Sandbox;
  let admin: TestClient;

  beforeAll(async () => {
    sandbox = await startSandbox();
    admin = new TestClient(sandbox);
  });
  afterAll(async () => {
    await admin.close();
    await sandbox.stop();
  });

  const ask = async (
    kind: string,
    spec: object,
    { namespace = '', user = '' } = {},
  ) => {
    const { status, body } = await admin.request<ReviewBody>(
      'POST',
      `/apis/authorization.k8s.io/v1/${
        namespace && `namespaces/${namespace}/`
      }${kind.toLowerCase()}s`,
      { apiVersion: 'authorization.k8s.io/v1', kind, spec },
      user ? { 'Impersonate-User': user } : {},
    );
    return { code: status, ...body.status, message: body.message };
  };

  it.each([
    ['developer@example.com', true],
    ['other-developer@example.com', false],
  ])('is asked about %s: %s', async (user, allowed) => {
    const spec = { user, resourceAttributes: LIST_IN_PAYMENTS };
    const answer = await ask('SubjectAccessReview', spec);
    expect(answer).toMatchObject({ code: 201, allowed });
    const local = { namespace: 'payments' };
    expect(await ask('LocalSubjectAccessReview', spec, local)).toMatchObject({
      code: 201,
      allowed,
    });
  });

  it('says by which binding', async () => {
    const answer = await ask('SubjectAccessReview', {
      user: 'developer@example.com',
      resourceAttributes: LIST_IN_PAYMENTS,
    });
    expect(answer).toMatchObject({
      reason:
        'RBAC: allowed by RoleBinding "butler-team-members/payments" of ClusterRole "edit" to User "developer@example.com"',
    });
  });

  it('counts the groups, and paths', async () => {
    const nonResourceAttributes = { path: '/apis', verb: 'get' };
    const asked = (groups: string[]) =>
      ask('SubjectAccessReview', { groups, nonResourceAttributes });
    expect(await asked(['system:authenticated'])).toMatchObject({
      allowed: true,
    });
    expect(await asked(['nobody'])).toMatchObject({ allowed: false });
  });

  it.each([
    [
      'nobody',
      { resourceAttributes: LIST_IN_PAYMENTS },
      /spec.user: Invalid value: "": at least one of user or group must be specified/,
    ],
    [
      'nothing',
      { user: 'a' },
      /exactly one of nonResourceAttributes or resourceAttributes must be specified/,
    ],
    [
      'both',
      {
        user: 'a',
        resourceAttributes: LIST_IN_PAYMENTS,
        nonResourceAttributes: { path: '/', verb: 'get' },
      },
      /cannot be specified in combination with nonResourceAttributes/,
    ],
  ])('is not told when %s is asked about', async (_what, spec, message) => {
    expect(await ask('SubjectAccessReview', spec)).toMatchObject({
      code: 422,
      message: expect.stringMatching(message),
    });
  });

  it('is asked in a namespace about that namespace alone', async () => {
    const search = { namespace: 'search' };
    const elsewhere = { user: 'a', resourceAttributes: LIST_IN_PAYMENTS };
    expect(
      await ask('LocalSubjectAccessReview', elsewhere, search),
    ).toMatchObject({
      code: 422,
      message: expect.stringContaining('must match metadata.namespace'),
    });
    const path = {
      user: 'a',
      nonResourceAttributes: { path: '/', verb: 'get' },
    };
    expect(await ask('LocalSubjectAccessReview', path, search)).toMatchObject({
      code: 422,
      message: expect.stringContaining('disallowed on this kind of request'),
    });
  });

  it('is nobody’s business: only who may create reviews asks about others', async () => {
    const spec = { user: 'a', resourceAttributes: LIST_IN_PAYMENTS };
    const user = 'developer@example.com';
    expect(await ask('SubjectAccessReview', spec, { user })).toMatchObject({
      code: 403,
    });
    const own = { resourceAttributes: LIST_IN_PAYMENTS };
    expect(await ask('SelfSubjectAccessReview', own, { user })).toMatchObject({
      code: 201,
      allowed: true,
    });
  });

  it('is listed for a namespace', async () => {
    const user = 'developer@example.com';
    const rules = async (namespace: string) => {
      const { resourceRules } = (await ask(
        'SelfSubjectRulesReview',
        { namespace },
        { user },
      )) as unknown as { resourceRules: { resources: string[] }[] };
      return resourceRules.flatMap(({ resources }) => resources);
    };
    expect(await rules('payments')).toContain('workspaces');
    expect(await rules('search')).not.toContain('workspaces');
    expect(await ask('SelfSubjectRulesReview', {}, { user })).toMatchObject({
      code: 400,
    });
  });
});
