import { ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { eventually, TestClient } from './client';

const CLI = join(__dirname, '..', 'cli.ts');
const TRANSFORM = require.resolve('@backstage/cli/config/nodeTransform.cjs');

/** A sandbox that was started on the command line. */
export interface RunningCli {
  child: ChildProcess;
  output: { out: string; err: string; code: number | null | undefined };
}

/** Starts the sandbox as a process of its own. */
export function runCli(folder: string, ...flags: string[]): RunningCli {
  // The process must not think that it is a test itself.
  const { NODE_ENV: _env, NODE_OPTIONS: _options, ...env } = process.env;
  const child = spawn(
    process.execPath,
    ['--require', TRANSFORM, CLI, ...flags],
    { cwd: folder, env },
  );
  const output: RunningCli['output'] = { out: '', err: '', code: undefined };
  child.stdout.on('data', data => {
    output.out += data;
  });
  child.stderr.on('data', data => {
    output.err += data;
  });
  // A process that was killed has no code, only a signal.
  child.on('exit', code => {
    output.code = code;
  });
  return { child, output };
}

/** Waits for the end of the process. */
export async function ended(
  output: RunningCli['output'],
): Promise<number | null> {
  await eventually(() => expect(output.code).toBeDefined());
  return output.code as number | null;
}

/** Waits for the ready line, and makes a client from its token and what the kubeconfig says. */
export async function clientOf(
  output: RunningCli['output'],
): Promise<TestClient> {
  await eventually(() => expect(output.out).toContain('Sandbox ready'));
  const [, token, file] = /token=(\S+) kubeconfig=(\S+)/.exec(output.out) ?? [];
  const { clusters } = parse(readFileSync(file, 'utf8'));
  const { server, 'certificate-authority-data': data } = clusters[0].cluster;
  return new TestClient({
    url: server,
    token,
    ca: Buffer.from(data, 'base64').toString(),
  });
}
