import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '@butler-portal/sandbox';
import { adminOf, populate } from '../world';

const PUBLIC_KEY =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICyr1WkZyvNzWwPoDXy3JrmEzk1ftH2jrCBzAQ+9Zgre';
const READY_MS = 30_000;

/** Sees every team, and is nobody's colleague. */
export const PLATFORM = 'platform';

function userName(team: string): string {
  return adminOf(team).split('@')[0];
}

function giveKey({ objects }: Sandbox, team: string): void {
  const key = { name: 'laptop', publicKey: PUBLIC_KEY };
  objects.patch(
    'users',
    { name: userName(team) },
    { spec: { sshKeys: [key] } },
  );
}

async function untilReady({ objects }: Sandbox, team: string): Promise<void> {
  const key = { namespace: team, name: `${team}-dev` };
  const end = Date.now() + READY_MS;
  while (objects.get('tenantclusters', key)?.status?.phase !== 'Ready') {
    if (Date.now() > end) throw new Error(`${key.name} does not become ready`);
    await sleep(20);
  }
}

/**
 * Teams with a tenant cluster that has room for everything, where workspaces really start and stop.
 * The admin of each is an admin of the next one, too, so that two people have to do with a workspace.
 */
export async function populateForChaos(
  sandbox: Sandbox,
  teams: string[],
): Promise<void> {
  const { objects } = sandbox;
  populate(sandbox, [...teams, PLATFORM], 0);
  objects.patch(
    'users',
    { name: userName(PLATFORM) },
    { spec: { platformRole: 'admin' } },
  );
  teams.forEach((team, index) => {
    giveKey(sandbox, team);
    const users = [team, teams.at(index - 1) ?? team].map(admin => ({
      name: adminOf(admin),
      role: 'admin',
    }));
    objects.patch('teams', { name: team }, { spec: { access: { users } } });
    const cluster = { namespace: team, name: `${team}-dev` };
    const resourceQuota = {
      maxCPU: '100000',
      maxMemory: '200Ti',
      maxStorage: '2Pi',
    };
    objects.patch('tenantclusters', cluster, {
      spec: { workspaces: { resourceQuota } },
    });
    // Without a phase the controllers take it up.
    objects.patch(
      'tenantclusters',
      cluster,
      { status: { phase: null } },
      'status',
    );
  });
  await Promise.all(teams.map(team => untilReady(sandbox, team)));
}
