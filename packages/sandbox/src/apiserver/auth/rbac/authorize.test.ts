import { attributesOf } from '../attributes';
import { authorize } from './authorize';
import { PolicyRule, RBAC, Subject } from './model';
import { Policy } from './policy';

const USER = { username: 'dev@example.com', groups: ['devs'] };
const BUTLER = '/apis/butler.butlerlabs.dev/v1alpha1';
const GROUP = 'butler.butlerlabs.dev';

function policyOf(
  rule: PolicyRule,
  subject: Subject = { kind: 'User', name: USER.username },
  namespace?: string,
): Policy {
  const policy = new Policy();
  policy.add({
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRole',
    metadata: { name: 'role' },
    rules: [rule],
  });
  policy.add({
    apiVersion: `${RBAC}/v1`,
    kind: namespace ? 'RoleBinding' : 'ClusterRoleBinding',
    metadata: { name: 'binding', namespace },
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: 'role' },
    subjects: [subject],
  });
  return policy;
}

const rule = (
  verbs: string[],
  resources: string[],
  resourceNames?: string[],
) => ({
  verbs,
  apiGroups: [GROUP],
  resources,
  ...(resourceNames && { resourceNames }),
});
const paths = (...nonResourceURLs: string[]) => ({
  verbs: ['get'],
  nonResourceURLs,
});

describe('a rule', () => {
  it.each<[string, string, PolicyRule, boolean]>([
    ['GET', '/teams/a', rule(['get'], ['teams']), true],
    ['GET', '/teams', rule(['get'], ['teams']), false],
    ['GET', '/teams', rule(['list'], ['teams']), true],
    ['GET', '/teams?watch=true', rule(['list'], ['teams']), false],
    ['GET', '/teams?watch=1', rule(['watch'], ['teams']), true],
    // Whatever is answered by a watch has to be allowed as one.
    ['GET', '/teams?watch=yes', rule(['list'], ['teams']), false],
    ['GET', '/watch/teams', rule(['list'], ['teams']), false],
    ['GET', '/watch/teams', rule(['watch'], ['teams']), true],
    ['GET', '/watch/teams/a', rule(['get'], ['teams']), false],
    ['GET', '/teams/a?watch=true', rule(['watch'], ['teams']), false],
    ['GET', '/teams/a?watch=true', rule(['get'], ['teams']), true],
    ['DELETE', '/teams', rule(['delete'], ['teams']), false],
    ['DELETE', '/teams', rule(['deletecollection'], ['teams']), true],
    ['PATCH', '/teams/a', rule(['*'], ['*']), true],
    ['PATCH', '/teams/a/status', rule(['patch'], ['teams']), false],
    ['PATCH', '/teams/a/status', rule(['patch'], ['teams/status']), true],
    ['PATCH', '/teams/a/status', rule(['patch'], ['*/status']), true],
    ['PATCH', '/teams/a', rule(['patch'], ['teams/status']), false],
    ['GET', '/teams/a', rule(['get'], ['teams'], ['a']), true],
    ['GET', '/teams/b', rule(['get'], ['teams'], ['a']), false],
    ['GET', '/teams', rule(['list'], ['teams'], ['a']), false],
    [
      'GET',
      '/teams?fieldSelector=metadata.name%3Da',
      rule(['list'], ['teams'], ['a']),
      true,
    ],
    ['POST', '/teams', rule(['create'], ['teams'], ['a']), false],
    [
      'GET',
      '/teams/a',
      { ...rule(['get'], ['teams']), apiGroups: [''] },
      false,
    ],
    [
      'GET',
      '/teams/a',
      { ...rule(['get'], ['teams']), apiGroups: ['*'] },
      true,
    ],
  ])('%s %s by %j: %s', (method, path, given, allowed) => {
    const attributes = attributesOf(method, `${BUTLER}${path}`);
    expect(authorize(policyOf(given), USER, attributes).allowed).toBe(allowed);
  });

  it.each([
    ['/metrics', paths('/metrics'), true],
    ['/apis/x', paths('/apis/*'), true],
    ['/apis', paths('/apis/*'), false],
    ['/healthz/etcd', paths('/healthz'), false],
    ['/anything', paths('*'), true],
  ])('on the path %s by %j: %s', (path, given, allowed) => {
    const attributes = attributesOf('GET', path);
    expect(authorize(policyOf(given), USER, attributes).allowed).toBe(allowed);
  });
});

describe('a binding', () => {
  const given = rule(['get'], ['workspaces']);
  const inA = attributesOf('GET', `${BUTLER}/namespaces/a/workspaces/w`);
  const inB = attributesOf('GET', `${BUTLER}/namespaces/b/workspaces/w`);

  it('in a namespace counts there and nowhere else', () => {
    const policy = policyOf(given, { kind: 'Group', name: 'devs' }, 'a');
    expect(authorize(policy, USER, inA)).toEqual({
      allowed: true,
      reason:
        'RBAC: allowed by RoleBinding "binding/a" of ClusterRole "role" to Group "devs"',
    });
    expect(authorize(policy, USER, inB)).toEqual({
      allowed: false,
      reason: '',
    });
  });

  it('is for a user, a group or a service account, and never for a namesake of another kind', () => {
    const account = {
      username: 'system:serviceaccount:portal:devs',
      groups: [],
    };
    const toAccount = policyOf(given, {
      kind: 'ServiceAccount',
      name: 'devs',
      namespace: 'portal',
    });
    expect(authorize(toAccount, account, inA).allowed).toBe(true);
    expect(authorize(toAccount, USER, inA).allowed).toBe(false);
    const toUser = policyOf(given, { kind: 'User', name: 'devs' });
    expect(authorize(toUser, USER, inA).allowed).toBe(false);
  });

  it('to a role that is not there says so', () => {
    const policy = policyOf(given);
    policy.remove({
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRole',
      metadata: { name: 'role' },
    });
    expect(authorize(policy, USER, inA)).toEqual({
      allowed: false,
      reason: `RBAC: clusterrole.${RBAC} "role" not found`,
    });
  });

  it('holds nobody of system:masters back', () => {
    const root = { username: 'root', groups: ['system:masters'] };
    expect(authorize(new Policy(), root, inA).allowed).toBe(true);
  });
});
