import { startSandbox } from '@butler-portal/sandbox';
import { Pool } from 'undici';
import type { Bench } from './lib/bench';
import { atLeast, atMost } from './lib/figure';
import type { Figure } from './lib/figure';
import { startPortalProcess } from './lib/portalProcess';
import type { PortalProcess } from './lib/portalProcess';
import { percentile, spread } from './lib/statistics';
import { populate, teamNames } from './lib/world';

const TEAMS = teamNames(20);
const PER_TEAM = 500;
const [TEAM] = TEAMS;
const WARM_UP = 200;
const SAMPLES = 1_000;
const READERS = 1_000;
/** What a real API server needs for the same list at the median (measured on the same kind of machine). */
const REAL_MEDIAN_MS = 35;
const WORKSPACES_OF =
  '/apis/butler.butlerlabs.dev/v1alpha1/namespaces/NAME/workspaces';

/** One request after the other over one connection, as a browser's; every body is read. */
async function times(
  pool: Pool,
  path: string,
  headers: Record<string, string>,
  count: number,
): Promise<number[]> {
  const samples: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = performance.now();
    const { statusCode, body } = await pool.request({
      method: 'GET',
      path,
      headers,
    });
    await body.dump({ limit: Infinity });
    samples.push(performance.now() - start);
    if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`);
  }
  return samples;
}

async function measure(
  pool: Pool,
  portal: PortalProcess,
  path: string,
  encoding: string,
): Promise<{ samples: number[]; cpu: number }> {
  const headers = {
    authorization: portal.authorization(TEAM),
    'accept-encoding': encoding,
  };
  await times(pool, path, headers, WARM_UP);
  const before = portal.cpuMs();
  const samples = await times(pool, path, headers, SAMPLES);
  return { samples, cpu: (portal.cpuMs() - before) / SAMPLES };
}

async function assertWhole(portal: PortalProcess): Promise<void> {
  const response = await fetch(`${portal.url}/workspaces`, {
    headers: { authorization: portal.authorization(TEAM) },
  });
  const { items } = (await response.json()) as { items: unknown[] };
  if (items.length !== PER_TEAM) {
    throw new Error(`The list has ${items.length} items, not ${PER_TEAM}`);
  }
}

/** Everybody reads once: the list, over a few connections. */
async function readAll(
  pool: Pool,
  portal: PortalProcess,
  readers: number,
): Promise<void> {
  await Promise.all(
    Array.from({ length: readers }, (_, index) =>
      times(
        pool,
        '/api/butler/workspaces?limit=50',
        { authorization: portal.authorization(TEAMS[index % TEAMS.length]) },
        1,
      ),
    ),
  );
}

export const bench: Bench = {
  about: '500 of 10,000 workspaces through the whole backend',
  async run(say) {
    const sandbox = await startSandbox();
    populate(sandbox, TEAMS, PER_TEAM);
    const portal = await startPortalProcess(sandbox, TEAMS);
    const pool = new Pool(`http://127.0.0.1:${portal.port}`, {
      connections: 1,
    });
    const many = new Pool(`http://127.0.0.1:${portal.port}`, {
      connections: 20,
    });
    const direct = new Pool(sandbox.url, {
      connections: 1,
      connect: { ca: sandbox.ca },
    });
    const figures: Figure[] = [];
    try {
      await assertWhole(portal);
      const list = await measure(
        pool,
        portal,
        '/api/butler/workspaces',
        'identity',
      );
      const zipped = await measure(
        pool,
        portal,
        '/api/butler/workspaces',
        'gzip',
      );
      const page = await measure(
        pool,
        portal,
        '/api/butler/workspaces?limit=50',
        'gzip',
      );
      const path = WORKSPACES_OF.replace('NAME', TEAM);
      const token = { authorization: `Bearer ${sandbox.token}` };
      await times(direct, path, token, WARM_UP / 4);
      const passed = await times(direct, path, token, SAMPLES / 4);
      for (const [what, { samples, cpu }] of Object.entries({
        'list of 500': list,
        'list of 500, gzip': zipped,
        'page of 50, gzip': page,
      })) {
        say(
          `${what}: ${spread(samples)}; CPU of the backend ${cpu.toFixed(
            1,
          )} ms a request`,
        );
      }
      say(`the sandbox’s own list of the same 500: ${spread(passed)}`);

      sandbox.requests.clear();
      await readAll(many, portal, 1);
      const one = sandbox.requests.all().length;
      sandbox.requests.clear();
      await readAll(many, portal, READERS);
      const all = sandbox.requests.all().length;

      const p50 = percentile(list.samples, 0.5);
      const passedP50 = percentile(passed, 0.5);
      say(
        `${(passedP50 / p50).toFixed(
          1,
        )} times faster at the median than the sandbox itself (${p50.toFixed(
          1,
        )} against ${passedP50.toFixed(1)} ms)`,
      );
      figures.push(
        atMost(20, {
          name: 'list of 500, p99',
          value: percentile(list.samples, 0.99),
          unit: 'ms',
          baseline: percentile(passed, 0.99),
        }),
        atMost(20, {
          name: 'list of 500, gzip, p99',
          value: percentile(zipped.samples, 0.99),
          unit: 'ms',
        }),
        atLeast(10, {
          name: 'list of 500, times faster at the median than passed through to a real API server',
          value: REAL_MEDIAN_MS / p50,
          unit: '×',
          baseline: REAL_MEDIAN_MS,
          note: `ms, the backend ${p50.toFixed(2)} ms`,
        }),
        atMost(8, {
          name: 'page of 50, p99',
          value: percentile(page.samples, 0.99),
          unit: 'ms',
        }),
        atMost(one, {
          name: `requests that ${READERS} readers cost the API server`,
          value: all,
          unit: 'requests',
          baseline: one,
          note: 'for one reader',
        }),
      );
    } finally {
      await Promise.all([pool.close(), many.close(), direct.close()]);
      await portal.stop();
      await sandbox.stop();
    }
    return figures;
  },
};
