import {
  BUTLER_API_VERSION,
  CONNECT_ANNOTATION,
  TEAM_LABEL,
  TENANT_LABEL,
} from '@butler-portal/plugin-butler-common';
import type {
  Me,
  TeamRole,
  Workspace,
  WorkspaceSpec,
  WorkspaceStatus,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';

/** The owner of {@link aWorkspace} and the person of {@link aMe}, unless told otherwise. */
export const OWNER = 'dev@example.com';

/** What a test wants to say about a workspace. */
export interface WorkspaceWishes {
  name?: string;
  team?: string;
  uid?: string;
  resourceVersion?: string;
  cluster?: string;
  owner?: string;
  phase?: WorkspaceStatus['phase'];
  /** Sets the connect annotation, `status.connected` and the endpoint. */
  connected?: boolean;
  annotations?: Record<string, string>;
  created?: string;
  deleting?: boolean;
  spec?: Partial<WorkspaceSpec>;
  status?: WorkspaceStatus;
}

/** A workspace as the backend answers with it: Running, unless told otherwise. */
export function aWorkspace(wishes: WorkspaceWishes = {}): Workspace {
  const { name = 'web-api', team = 'payments', cluster = 'dev-eu' } = wishes;
  const { connected = false, phase = 'Running' } = wishes;
  return {
    apiVersion: BUTLER_API_VERSION,
    kind: 'Workspace',
    metadata: {
      name,
      namespace: team,
      uid: wishes.uid ?? `uid-${team}-${name}`,
      resourceVersion: wishes.resourceVersion,
      creationTimestamp: wishes.created ?? '2026-01-05T08:00:00Z',
      ...(wishes.deleting && { deletionTimestamp: '2026-01-06T08:00:00Z' }),
      labels: { [TEAM_LABEL]: team, [TENANT_LABEL]: cluster },
      annotations: {
        ...(connected && { [CONNECT_ANNOTATION]: 'true' }),
        ...wishes.annotations,
      },
    },
    spec: {
      clusterRef: { name: cluster },
      owner: wishes.owner ?? OWNER,
      image: 'ghcr.io/acme/go:1.24',
      ...wishes.spec,
    },
    status: {
      phase,
      connected,
      ...(connected && { sshEndpoint: '203.0.113.7:2222' }),
      ...wishes.status,
    },
  };
}

/** A person with one role in each of the teams named. */
export function aMe(
  teams: Record<string, TeamRole> = { payments: 'operator' },
  wishes: Partial<Me> = {},
): Me {
  return {
    email: OWNER,
    displayName: 'Dev',
    sshKeyCount: 1,
    teams: Object.entries(teams).map(([team, role]) => ({
      team,
      displayName: team[0].toUpperCase() + team.slice(1),
      namespace: team,
      role,
    })),
    ...wishes,
  };
}

/** A template of the team: Go, one repository. */
export function aTemplate(
  name = 'go',
  spec: Partial<WorkspaceTemplate['spec']> = {},
): WorkspaceTemplate {
  return {
    apiVersion: BUTLER_API_VERSION,
    kind: 'WorkspaceTemplate',
    metadata: { name, namespace: 'payments' },
    spec: {
      displayName: 'Go service',
      category: 'backend',
      scope: 'team',
      ...spec,
      template: {
        image: 'ghcr.io/acme/go:1.24',
        repositories: [{ url: 'https://git.example.com/acme/ledger.git' }],
        resources: { cpu: '4', memory: '8Gi' },
        storageSize: '20Gi',
        ...spec.template,
      },
    },
  };
}
