import type { Sandbox } from '@butler-portal/sandbox';

const API_VERSION = 'butler.butlerlabs.dev/v1alpha1';
const LABEL = 'butler.butlerlabs.dev';
const IMAGES = ['go:1.24', 'java:21', 'node:22', 'python:3.13', 'base:latest'];
const OWNERS_PER_TEAM = 20;

/** The teams of the figures: as many as the issue names, beside the two of the seed. */
export function teamNames(count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `bench-${String(index + 1).padStart(2, '0')}`,
  );
}

/** E-mail of the admin of a team, who sees all of its workspaces. */
export function adminOf(team: string): string {
  return `admin-${team}@example.com`;
}

function condition(type: string, message: string, status: 'True' | 'False') {
  return {
    type,
    status,
    reason: status === 'True' ? 'AsExpected' : 'WorkspaceStopped',
    message,
    lastTransitionTime: '2026-01-01T10:00:00Z',
    observedGeneration: 1,
  };
}

/** A workspace as a controller leaves it, with a size that is usual: about 2 KB of JSON. */
function workspace(team: string, index: number) {
  const name = `workspace-${String(index).padStart(4, '0')}`;
  const owner = `developer-${index % OWNERS_PER_TEAM}-${team}@example.com`;
  return {
    apiVersion: API_VERSION,
    kind: 'Workspace',
    metadata: {
      name,
      namespace: team,
      labels: {
        [`${LABEL}/team`]: team,
        [`${LABEL}/tenant`]: `${team}-dev`,
        'app.kubernetes.io/managed-by': 'butler',
      },
      annotations: {
        [`${LABEL}/created-by`]: owner,
        [`${LABEL}/description`]: `The ${index}th workspace, for the next change of the checkout service`,
      },
    },
    spec: {
      clusterRef: { name: `${team}-dev` },
      owner,
      image: `ghcr.io/butlerdotdev/workspace-${IMAGES[index % IMAGES.length]}`,
      repositories: [
        { url: `https://git.example.com/${team}/api.git`, branch: 'main' },
        { url: `https://git.example.com/${team}/web.git`, branch: 'main' },
      ],
      dotfiles: { url: 'https://git.example.com/people/dotfiles.git' },
      resources: { cpu: '2', memory: '4Gi' },
      storageSize: '10Gi',
      idleTimeout: '4h0m0s',
      autoStopAfter: '8h0m0s',
    },
    status: {
      phase: 'Stopped',
      observedGeneration: 1,
      connected: false,
      pvcName: `ws-${name}`,
      // Long ago the controller would delete it.
      lastDisconnectTime: new Date().toISOString(),
      conditions: [
        condition('PVCReady', 'The volume is bound', 'True'),
        condition('PodReady', 'The pod is gone', 'False'),
        condition('RepositoryCloned', 'git-clone has finished', 'True'),
        condition('SSHReady', 'The pod is gone', 'False'),
        condition('Ready', 'The pod is gone', 'False'),
      ],
    },
  };
}

function teamObjects(team: string) {
  const email = adminOf(team);
  return {
    user: {
      apiVersion: API_VERSION,
      kind: 'User',
      metadata: { name: email.split('@')[0] },
      spec: { email, displayName: `Admin of ${team}`, authType: 'sso' },
      status: { phase: 'Active' },
    },
    team: {
      apiVersion: API_VERSION,
      kind: 'Team',
      metadata: { name: team },
      spec: {
        displayName: team,
        access: { users: [{ name: email, role: 'admin' }] },
      },
      status: { phase: 'Ready', namespace: team },
    },
    cluster: {
      apiVersion: API_VERSION,
      kind: 'TenantCluster',
      metadata: { name: `${team}-dev`, namespace: team },
      spec: {
        kubernetesVersion: 'v1.32.3',
        teamRef: { name: team },
        workspaces: { enabled: true, maxWorkspaces: 0 },
      },
      // It comes with a phase, so the controllers leave it, and its workspaces, alone.
      status: { phase: 'Provisioning', tenantNamespace: `${team}-dev` },
    },
  };
}

/** Fills the sandbox with teams, each with an admin, a cluster and so many workspaces. */
export function populate(
  { objects }: Sandbox,
  teams: string[],
  workspacesPerTeam: number,
): void {
  for (const team of teams) {
    objects.create('namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: team },
    });
    const made = teamObjects(team);
    objects.create('users', made.user);
    objects.create('teams', made.team);
    objects.create('tenantclusters', made.cluster);
    for (let index = 0; index < workspacesPerTeam; index += 1) {
      objects.create('workspaces', workspace(team, index));
    }
  }
}
