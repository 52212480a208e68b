import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '@butler-portal/sandbox';
import { freePorts } from '../../packages/app/e2e-tests/freePorts';
import { stringify } from 'yaml';
import { adminOf } from './world';

const ROOT = resolve(__dirname, '../..');
const BACKEND = join(ROOT, 'packages/backend');
const TRANSFORM = require.resolve('@backstage/cli/config/nodeTransform.cjs');
const START_MS = 120_000;
/** USER_HZ of Linux: the unit of CPU time in /proc. */
const TICK_MS = 10;

/** The backend of packages/backend, in a process of its own. */
export interface PortalProcess {
  /** Of the API of butler-backend. */
  url: string;
  port: number;
  /** The `Authorization` header of the admin of a team, by the name of the team. */
  authorization(team: string): string;
  /** CPU time that it has used until now, in milliseconds. */
  cpuMs(): number;
  /** Bytes in use after a garbage collection. */
  memory(): Promise<NodeJS.MemoryUsage>;
  /** Ends it as an orchestrator does; resolves with the milliseconds that it took. */
  stop(): Promise<number>;
}

function configFor(
  teams: string[],
  port: number,
  kubeconfig: string,
  users: string,
  butler: object,
) {
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: { client: 'better-sqlite3', connection: ':memory:' },
    },
    butler: {
      managementCluster: { kubeconfig: { path: kubeconfig } },
      ...butler,
    },
    auth: {
      environment: 'development',
      providers: {
        butlerPersonas: {
          personas: teams.map(team => ({
            name: team,
            title: `Admin of ${team}`,
            userEntityRef: `user:default/admin-${team}`,
          })),
        },
      },
    },
    catalog: {
      locations: [
        { type: 'file', target: users, rules: [{ allow: ['User'] }] },
      ],
    },
  };
}

function catalogUser(team: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: `admin-${team}` },
    spec: { profile: { email: adminOf(team) }, memberOf: [] },
  };
}

async function writeConfig(
  folder: string,
  sandbox: Sandbox,
  teams: string[],
  port: number,
  butler: object,
): Promise<string> {
  const [kubeconfig, users, config] = [
    'kubeconfig.yaml',
    'users.yaml',
    'app-config.yaml',
  ].map(name => join(folder, name));
  await writeFile(kubeconfig, sandbox.portalKubeconfig, { mode: 0o600 });
  const documents = teams.map(team => stringify(catalogUser(team)));
  await writeFile(users, documents.join('---\n'));
  const content = configFor(teams, port, kubeconfig, users, butler);
  await writeFile(config, stringify(content));
  return config;
}

async function until<T>(
  attempt: () => Promise<T | undefined>,
  child: ChildProcess,
  output: () => string,
): Promise<T> {
  const end = Date.now() + START_MS;
  for (;;) {
    if (child.exitCode !== null || Date.now() > end) {
      throw new Error(`The backend did not start:\n${output()}`);
    }
    // It refuses connections until it listens.
    const found = await attempt().catch(() => undefined);
    if (found !== undefined) return found;
    await sleep(100);
  }
}

async function signIn(port: number, team: string): Promise<string | undefined> {
  const response = await fetch(
    `http://127.0.0.1:${port}/api/auth/butlerPersonas/refresh`,
    { headers: { 'x-butler-persona': team } },
  );
  if (!response.ok) return undefined;
  const { backstageIdentity } = (await response.json()) as {
    backstageIdentity: { token: string };
  };
  return `Bearer ${backstageIdentity.token}`;
}

/**
 * Starts the whole backend on a sandbox and signs the admins of the teams in. Only the way of
 * signing in is development's; everything that a request passes is what production has.
 *
 * @param butler - settings of the plugin that differ from the defaults
 */
export async function startPortalProcess(
  sandbox: Sandbox,
  teams: string[],
  butler: object = {},
): Promise<PortalProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'butler-bench-'));
  const [port] = await freePorts(1);
  const config = await writeConfig(folder, sandbox, teams, port, butler);
  const { BENCH_NODE_OPTIONS = '' } = process.env;
  const child = spawn(
    process.execPath,
    [
      '--expose-gc',
      ...BENCH_NODE_OPTIONS.split(' ').filter(Boolean),
      ...['--require', TRANSFORM, '--require', join(__dirname, 'probe.cjs')],
      join(BACKEND, 'src/index.ts'),
      ...['--config', join(ROOT, 'app-config.yaml'), '--config', config],
    ],
    {
      cwd: BACKEND,
      env: { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'info' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', chunk => {
      output = `${output}${chunk}`.slice(-20_000);
    });
  }
  const tokens = new Map<string, string>();
  for (const team of teams) {
    const token = await until(
      () => signIn(port, team),
      child,
      () => output,
    );
    tokens.set(team, token);
  }
  const url = `http://127.0.0.1:${port}/api/butler`;
  await until(
    async () => ((await fetch(`${url}/health`)).ok ? true : undefined),
    child,
    () => output,
  );
  return {
    url,
    port,
    authorization: team => tokens.get(team) ?? '',
    cpuMs() {
      const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    },
    memory() {
      return new Promise(resolve => {
        // Backstage's development tools use the same channel.
        const take = (message: { memory?: NodeJS.MemoryUsage }) => {
          if (!message?.memory) return;
          child.off('message', take);
          resolve(message.memory);
        };
        child.on('message', take);
        child.send('memory');
      });
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return 0;
      const start = performance.now();
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
      return performance.now() - start;
    },
  };
}
