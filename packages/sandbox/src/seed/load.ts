import { makeRandom } from '../random';
import { WorkspaceSeed } from './workspaces';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MAX_USERS = 200;

const IMAGES = ['go:1.24', 'java:21', 'node:22', 'python:3.13', 'base:latest'];
const REPOSITORIES = ['api', 'worker', 'web', 'jobs', 'tools'];

/** The users who own the load: even ones are in payments, odd ones in search. */
export function loadUsers(count: number): {
  payments: string[];
  search: string[];
} {
  const users = Math.min(MAX_USERS, Math.ceil(count / 10));
  const names = Array.from(
    { length: users },
    (_, index) => `load-user-${String(index + 1).padStart(2, '0')}`,
  );
  return {
    payments: names.filter((_, index) => index % 2 === 0),
    search: names.filter((_, index) => index % 2 === 1),
  };
}

/** Workspaces for load: spread over both teams, most of them Stopped, one in twenty the developer's. */
export function loadSeeds(count: number): WorkspaceSeed[] {
  const random = makeRandom(42);
  const pick = <T>(values: T[]): T =>
    values[Math.floor(random() * values.length)];
  const users = loadUsers(count);
  return Array.from({ length: count }, (_, index): WorkspaceSeed => {
    const developers = random() < 0.05;
    const team =
      developers || index % 2 === 0 || users.search.length === 0
        ? 'payments'
        : 'search';
    const owner = developers ? 'developer' : pick(users[team]);
    const running = random() < 0.35;
    const failed = !running && random() < 0.03;
    const name = `load-${String(index + 1).padStart(4, '0')}`;
    const common = {
      name,
      team,
      cluster: `${team}-dev`,
      owner: `${owner}@example.com`,
      image: `ghcr.io/butlerdotdev/workspace-${pick(IMAGES)}`,
      repositories: [
        `https://git.example.com/${team}/${pick(REPOSITORIES)}.git`,
      ],
      age: DAY + Math.floor(random() * 60) * DAY,
    };
    if (failed) {
      return {
        ...common,
        phase: 'Failed',
        failure: {
          reason: 'SSHKeysRequired',
          message: `Neither the workspace nor the profile of ${common.owner} has an SSH public key`,
        },
      };
    }
    // Left long enough ago to be Stopped, and not so long that it would be deleted; or lately enough to run on.
    return running
      ? {
          ...common,
          phase: 'Running',
          disconnectedAgo: Math.floor(random() * 2 * HOUR),
        }
      : {
          ...common,
          phase: 'Stopped',
          disconnectedAgo: Math.min(
            9 * HOUR + Math.floor(random() * 20 * DAY),
            common.age,
          ),
        };
  });
}
