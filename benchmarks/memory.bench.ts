import { startSandbox } from '@butler-portal/sandbox';
import type { Bench } from './lib/bench';
import { atMost } from './lib/figure';
import { startPortalProcess } from './lib/portalProcess';
import { populate, teamNames } from './lib/world';

const MB = 1024 * 1024;
const TEAMS = teamNames(20);

/** Bytes that the backend uses with so many workspaces, after everybody has listed theirs once. */
async function used(perTeam: number): Promise<number> {
  const sandbox = await startSandbox();
  populate(sandbox, TEAMS, perTeam);
  const portal = await startPortalProcess(sandbox, TEAMS);
  try {
    // Lists write the JSON of every workspace, which is kept.
    for (const team of TEAMS) {
      const headers = { authorization: portal.authorization(team) };
      const response = await fetch(`${portal.url}/workspaces`, { headers });
      await response.arrayBuffer();
    }
    const { heapUsed, external } = await portal.memory();
    return heapUsed + external;
  } finally {
    await portal.stop();
    await sandbox.stop();
  }
}

export const bench: Bench = {
  about: 'what 10,000 workspaces take of the backend’s memory',
  async run(say) {
    const few = await used(1);
    const many = await used(500);
    say(
      `the backend with ${TEAMS.length} workspaces: ${(few / MB).toFixed(
        0,
      )} MB`,
    );
    return [
      atMost(150, {
        name: 'heap and buffers for 10,000 workspaces',
        value: (many - few) / MB,
        unit: 'MB',
        baseline: many / MB,
        note: 'MB in all',
      }),
    ];
  },
};
