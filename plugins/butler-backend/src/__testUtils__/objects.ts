import { BUTLER_API_VERSION } from '@butler-portal/plugin-butler-common';
import type {
  Team,
  TenantCluster,
  User,
  Workspace,
  WorkspaceStatus,
} from '@butler-portal/plugin-butler-common';

const CREATED = '2026-01-01T10:00:00Z';

/** A Team for tests. */
export function team(
  name: string,
  access: NonNullable<Team['spec']['access']> = {},
  status: Team['status'] = undefined,
): Team {
  return {
    apiVersion: BUTLER_API_VERSION,
    kind: 'Team',
    metadata: { name, uid: `uid-${name}` },
    spec: { displayName: `The ${name} team`, access },
    status,
  };
}

/** A User for tests. */
export function user(
  email: string,
  spec: Partial<User['spec']> = {},
  phase: NonNullable<User['status']>['phase'] = 'Active',
): User {
  return {
    apiVersion: BUTLER_API_VERSION,
    kind: 'User',
    metadata: { name: email.replace(/[^a-z]/gi, '-'), uid: `uid-${email}` },
    spec: { email, ...spec },
    status: { phase },
  };
}

/** A TenantCluster for tests. */
export function cluster(
  name: string,
  namespace: string,
  spec: TenantCluster['spec'] = { workspaces: { enabled: true } },
): TenantCluster {
  return {
    apiVersion: BUTLER_API_VERSION,
    kind: 'TenantCluster',
    metadata: { name, namespace, uid: `uid-${name}` },
    spec,
    status: { phase: 'Ready', tenantNamespace: `tenant-${name}` },
  };
}

/** A Workspace for tests. */
export function workspace(
  name: string,
  options: {
    namespace?: string;
    owner?: string;
    cluster?: string;
    created?: string;
    resourceVersion?: string;
    annotations?: Record<string, string>;
    status?: WorkspaceStatus;
  } = {},
): Workspace {
  return {
    apiVersion: BUTLER_API_VERSION,
    kind: 'Workspace',
    metadata: {
      name,
      namespace: options.namespace ?? 'payments',
      uid: `uid-${name}`,
      resourceVersion: options.resourceVersion ?? '1',
      creationTimestamp: options.created ?? CREATED,
      annotations: options.annotations,
    },
    spec: {
      clusterRef: { name: options.cluster ?? 'payments-dev' },
      owner: options.owner ?? 'developer@example.com',
      image: 'ghcr.io/acme/go:1.24',
    },
    status: options.status,
  };
}
