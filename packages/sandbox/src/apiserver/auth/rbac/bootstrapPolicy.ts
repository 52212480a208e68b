import { KubeObject } from '../../types';
import { AUTHENTICATED, MASTERS, UNAUTHENTICATED } from '../userInfo';
import { PolicyRule, RBAC } from './model';

const AGGREGATE_TO = `${RBAC}/aggregate-to-`;
const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'delete', 'deletecollection', 'patch', 'update'];
const HEALTH = ['/healthz', '/livez', '/readyz', '/version', '/version/'];
const DISCOVERY = [
  '/api',
  '/api/*',
  '/apis',
  '/apis/*',
  '/healthz',
  '/livez',
  '/openapi',
  '/openapi/*',
  '/readyz',
  '/version',
  '/version/',
];

function metadata(name: string, labels: Record<string, string> = {}) {
  return {
    name,
    labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults', ...labels },
    annotations: { [`${RBAC}/autoupdate`]: 'true' },
  };
}

function rule(
  apiGroup: string,
  resources: string[],
  verbs: string[],
): PolicyRule {
  return { verbs, apiGroups: [apiGroup], resources };
}

function role(
  name: string,
  rules: PolicyRule[],
  labels?: Record<string, string>,
): KubeObject {
  return {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRole',
    metadata: metadata(name, labels),
    rules,
  };
}

/** A role that is the sum of those labelled for it. */
function aggregated(name: string, labels?: Record<string, string>): KubeObject {
  return {
    ...role(name, [], labels),
    aggregationRule: {
      clusterRoleSelectors: [
        { matchLabels: { [`${AGGREGATE_TO}${name}`]: 'true' } },
      ],
    },
  };
}

/** The part of an aggregated role that comes with Kubernetes. */
function part(of: string, rules: PolicyRule[]): KubeObject {
  return role(`system:aggregate-to-${of}`, rules, {
    [`${AGGREGATE_TO}${of}`]: 'true',
  });
}

function binding(name: string, roleName: string, groups: string[]): KubeObject {
  return {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: metadata(name),
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: roleName },
    subjects: groups.map(group => ({
      apiGroup: RBAC,
      kind: 'Group',
      name: group,
    })),
  };
}

const REVIEW = ['create'];

/**
 * The ClusterRoles that a fresh cluster has (`kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy`), as far as
 * they are about people and about resources that a sandbox serves.
 */
export const BOOTSTRAP_ROLES: KubeObject[] = [
  role('cluster-admin', [
    { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
    { verbs: ['*'], nonResourceURLs: ['*'] },
  ]),
  role('system:basic-user', [
    rule(
      'authorization.k8s.io',
      ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
      REVIEW,
    ),
    rule('authentication.k8s.io', ['selfsubjectreviews'], REVIEW),
  ]),
  role('system:discovery', [{ verbs: ['get'], nonResourceURLs: DISCOVERY }]),
  role('system:public-info-viewer', [
    { verbs: ['get'], nonResourceURLs: HEALTH },
  ]),
  aggregated('admin'),
  aggregated('edit', { [`${AGGREGATE_TO}admin`]: 'true' }),
  aggregated('view', { [`${AGGREGATE_TO}edit`]: 'true' }),
  part('admin', [
    rule('authorization.k8s.io', ['localsubjectaccessreviews'], REVIEW),
    rule(RBAC, ['rolebindings', 'roles'], [...READ, ...WRITE]),
  ]),
  part('edit', [
    rule('', ['secrets'], READ),
    rule('', ['serviceaccounts'], ['impersonate']),
    rule('', ['secrets', 'serviceaccounts'], WRITE),
    rule('', ['serviceaccounts/token'], ['create']),
  ]),
  part('view', [rule('', ['namespaces', 'serviceaccounts'], READ)]),
];

/** The bindings of a fresh cluster. */
export const BOOTSTRAP_BINDINGS: KubeObject[] = [
  binding('cluster-admin', 'cluster-admin', [MASTERS]),
  binding('system:basic-user', 'system:basic-user', [AUTHENTICATED]),
  binding('system:discovery', 'system:discovery', [AUTHENTICATED]),
  binding('system:public-info-viewer', 'system:public-info-viewer', [
    AUTHENTICATED,
    UNAUTHENTICATED,
  ]),
];
