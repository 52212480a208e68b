import { errorOf } from '../../__testUtils__/errorOf';
import { RBAC_RESOURCES } from './resources';
import { EscalationCheck } from './escalation';
import { PolicyRule, RBAC } from './model';
import { Policy } from './policy';
import { KubeObject } from '../../types';

const apiVersion = `${RBAC}/v1`;
const USER = { username: 'writer', groups: ['system:authenticated'] };
const PODS: PolicyRule = {
  apiGroups: [''],
  resources: ['pods'],
  verbs: ['get', 'list'],
};

function role(name: string, rules: PolicyRule[], more = {}): KubeObject {
  return {
    ...{ apiVersion, kind: 'ClusterRole', metadata: { name }, rules },
    ...more,
  };
}

function binding(name: string, to: string, subject: string): KubeObject {
  return {
    apiVersion,
    kind: 'ClusterRoleBinding',
    metadata: { name },
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: to },
    subjects: [{ apiGroup: RBAC, kind: 'User', name: subject }],
  };
}

/** The answer to a write of somebody who has these rules: what it was refused with. */
function write(
  held: PolicyRule[],
  next: KubeObject,
  current?: KubeObject,
  user = USER,
): string | undefined {
  const policy = new Policy();
  policy.add(role('held', held));
  policy.add(role('reads-pods', [PODS]));
  policy.add(binding('held', 'held', user.username));
  const definition = RBAC_RESOURCES.find(({ kind }) => kind === next.kind);
  if (!definition) throw new Error(`no ${next.kind}`);
  return errorOf(() =>
    new EscalationCheck(policy).assertNone(user, definition, next, current),
  );
}

const may = (verb: string, resource: string, name?: string): PolicyRule => ({
  apiGroups: [RBAC],
  resources: [resource],
  verbs: [verb],
  ...(name && { resourceNames: [name] }),
});

describe('who writes a role', () => {
  it('is told what it gives that they do not have', () => {
    const next = role('new', [
      { ...PODS, verbs: ['get', 'list', 'delete', 'patch'] },
      { nonResourceURLs: ['/metrics'], verbs: ['get'] },
      { ...PODS, resourceNames: ['a'], verbs: ['update'] },
    ]);
    expect(write([PODS], next)).toBe(
      [
        'clusterroles.rbac.authorization.k8s.io "new" is forbidden: user "writer" (groups=["system:authenticated"]) is attempting to grant RBAC permissions not currently held:',
        '{APIGroups:[""], Resources:["pods"], ResourceNames:["a"], Verbs:["update"]}',
        '{APIGroups:[""], Resources:["pods"], Verbs:["delete" "patch"]}',
        '{NonResourceURLs:["/metrics"], Verbs:["get"]}',
      ].join('\n'),
    );
  });

  it.each<[string, PolicyRule[], PolicyRule]>([
    ['the same', [PODS], PODS],
    ['less', [PODS], { ...PODS, resourceNames: ['a'] }],
    ['a part of everything', [{ ...PODS, resources: ['*'] }], PODS],
    [
      'a subresource of anything',
      [{ ...PODS, resources: ['*/log'] }],
      { ...PODS, resources: ['pods/log'] },
    ],
    [
      'a path under one that they have',
      [{ nonResourceURLs: ['/a/*'], verbs: ['get'] }],
      { nonResourceURLs: ['/a/b/*'], verbs: ['get'] },
    ],
    ['anything, with escalate', [may('escalate', 'clusterroles')], PODS],
  ])('gives %s', (_what, held, given) => {
    expect(write(held, role('new', [given]))).toBeUndefined();
  });

  it.each<[string, PolicyRule[], PolicyRule]>([
    ['every verb', [PODS], { ...PODS, verbs: ['*'] }],
    ['all of what has one name', [{ ...PODS, resourceNames: ['a'] }], PODS],
    ['a subresource', [PODS], { ...PODS, resources: ['pods/exec'] }],
    ['another group', [PODS], { ...PODS, apiGroups: ['apps'] }],
    ['anything, with escalate of others', [may('escalate', 'roles')], PODS],
  ])('does not give %s', (_what, held, given) => {
    expect(write(held, role('new', [given]))).toMatch(/not currently held/);
  });

  it('may change what is no right, and take rights away', () => {
    const current = role('old', [PODS]);
    const labelled = {
      ...current,
      metadata: { name: 'old', labels: { a: 'b' } },
    };
    expect(write([], labelled, current)).toBeUndefined();
    expect(write([], role('old', []), current)).toBeUndefined();
  });

  it('lets a role gather others’ rules as a cluster-admin only', () => {
    const aggregated = role('sum', [], {
      aggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: 'b' } }] },
    });
    expect(write([PODS], aggregated)).toMatch(
      /must have cluster-admin privileges to use the aggregationRule$/,
    );
    const everything = [
      { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
      { nonResourceURLs: ['*'], verbs: ['*'] },
    ];
    expect(write(everything, aggregated)).toBeUndefined();
  });

  it('is not asked anything as a master', () => {
    const master = { username: 'root', groups: ['system:masters'] };
    expect(write([], role('new', [PODS]), undefined, master)).toBeUndefined();
  });
});

describe('who binds a role', () => {
  const next = binding('new', 'reads-pods', 'somebody');

  it('has its rights, or may bind it', () => {
    expect(write([PODS], next)).toBeUndefined();
    expect(
      write([may('bind', 'clusterroles', 'reads-pods')], next),
    ).toBeUndefined();
  });

  it('is told what they do not have', () => {
    expect(write([], next)).toMatch(
      /^clusterrolebindings\S+ "new" is forbidden: .*\n\{APIGroups:\[""\], Resources:\["pods"\], Verbs:\["get" "list"\]\}$/,
    );
    expect(write([may('bind', 'clusterroles', 'other')], next)).toBeDefined();
  });

  it('is told when there is no such role', () => {
    expect(write([PODS], binding('new', 'missing', 'x'))).toBe(
      'clusterroles.rbac.authorization.k8s.io "missing" not found',
    );
  });

  it('may change what is not about rights', () => {
    const labelled = {
      ...next,
      metadata: { name: 'new', labels: { a: 'b' } },
    };
    expect(write([], labelled, next)).toBeUndefined();
  });
});
