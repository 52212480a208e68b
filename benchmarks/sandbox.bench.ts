import { join } from 'node:path';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Pool } from 'undici';
import type { Bench } from './lib/bench';
import { atMost } from './lib/figure';
import type { Figure } from './lib/figure';
import { startSandboxProcess } from './lib/sandboxProcess';
import type { SandboxProcess } from './lib/sandboxProcess';
import { percentile, spread } from './lib/statistics';

const WORKSPACES = '10000';
const IN_NAMESPACE =
  '/apis/butler.butlerlabs.dev/v1alpha1/namespaces/payments/workspaces';
const PAGE = 500;
const WARM_UP = 50;
const SAMPLES = 500;

interface List {
  metadata: { continue?: string };
  items: { metadata: { name: string } }[];
}

function clientOf(sandbox: SandboxProcess) {
  const pool = new Pool(sandbox.url, {
    connections: 1,
    connect: { ca: sandbox.ca },
  });
  const headers = { authorization: `Bearer ${sandbox.token}` };
  const list = async (path: string): Promise<List> => {
    const { body } = await pool.request({ method: 'GET', path, headers });
    return (await body.json()) as List;
  };
  /** How long it takes until the whole body is there; without the time to parse it. */
  const time = async (path: string): Promise<number> => {
    const start = performance.now();
    const { body, statusCode } = await pool.request({
      method: 'GET',
      path,
      headers,
    });
    await body.dump({ limit: Infinity });
    if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`);
    return performance.now() - start;
  };
  const change = async (name: string, value: number) => {
    const { body } = await pool.request({
      method: 'PATCH',
      path: `${IN_NAMESPACE}/${name}`,
      headers: { ...headers, 'content-type': 'application/merge-patch+json' },
      body: JSON.stringify({
        metadata: { annotations: { bench: String(value) } },
      }),
    });
    await body.dump({ limit: Infinity });
  };
  return { list, time, change, close: () => pool.close() };
}

type Client = ReturnType<typeof clientOf>;

async function samples(
  count: number,
  measure: (index: number) => Promise<number>,
): Promise<number[]> {
  const found: number[] = [];
  for (let index = 0; index < count; index += 1) {
    found.push(await measure(index));
  }
  return found;
}

/** Lists of 500 of the 5,000 workspaces of a namespace: the first page, a later one, and while something changes. */
async function measureLists(
  client: Client,
  sandbox: SandboxProcess,
  say: (line: string) => void,
): Promise<Figure[]> {
  const path = `${IN_NAMESPACE}?limit=${PAGE}`;
  const { items, metadata } = await client.list(path);
  if (items.length !== PAGE) throw new Error(`A list of ${items.length}`);
  const names = items.map(item => item.metadata.name);
  const runs: [string, (index: number) => Promise<number>][] = [
    ['list of 500', () => client.time(path)],
    [
      'list of 500, one changed before each',
      async index => {
        await client.change(names[index % names.length], index);
        return client.time(path);
      },
    ],
    [
      'next 500, of a version that is 500 changes old',
      () =>
        client.time(
          `${path}&continue=${encodeURIComponent(metadata.continue ?? '')}`,
        ),
    ],
  ];
  const figures: Figure[] = [];
  for (const [name, measure] of runs) {
    await samples(WARM_UP, measure);
    const before = sandbox.cpuMs();
    const found = await samples(SAMPLES, measure);
    const cpu = (sandbox.cpuMs() - before) / SAMPLES;
    say(`${name}: ${spread(found)}; CPU ${cpu.toFixed(1)} ms a request`);
    const value = percentile(found, 0.99);
    figures.push(atMost(50, { name: `${name}, p99`, value, unit: 'ms' }));
  }
  return figures;
}

/** The same with a state file: the first start, and the one that goes on from it. */
async function measureState(say: (line: string) => void): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-state-'));
  const flags = ['--workspaces', WORKSPACES, '--state', join(folder, 'state')];
  try {
    const figures: Figure[] = [];
    for (const name of ['first start with a state file', 'restart from it']) {
      const sandbox = await startSandboxProcess(flags);
      say(`${name}: CPU ${(sandbox.cpuMs() / 1000).toFixed(1)} s`);
      const value = sandbox.startMs / 1000;
      figures.push(atMost(20, { name, value, unit: 's' }));
      await sandbox.stop();
    }
    return figures;
  } finally {
    await rm(folder, { recursive: true });
  }
}

export const bench: Bench = {
  about: 'the sandbox with 10,000 workspaces, in a process of its own',
  async run(say) {
    const sandbox = await startSandboxProcess(['--workspaces', WORKSPACES]);
    const startCpu = sandbox.cpuMs();
    say(`start: CPU ${(startCpu / 1000).toFixed(1)} s`);
    const client = clientOf(sandbox);
    const figures: Figure[] = [];
    try {
      const lists = await measureLists(client, sandbox, say);
      figures.push(
        atMost(20, {
          name: 'ready with 10,000 workspaces',
          value: sandbox.startMs / 1000,
          unit: 's',
          note: `CPU ${(startCpu / 1000).toFixed(1)} s`,
        }),
        ...lists,
        atMost(600, {
          name: 'most memory, after all these lists',
          value: sandbox.peakMb(),
          unit: 'MB',
        }),
      );
    } finally {
      await client.close();
      await sandbox.stop();
    }
    figures.push(...(await measureState(say)));
    return figures;
  },
};
