import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';

const CLI = resolve(__dirname, '../../packages/sandbox/src/cli.ts');
const TRANSFORM = require.resolve('@backstage/cli/config/nodeTransform.cjs');
/** USER_HZ of Linux: the unit of CPU time in /proc. */
const TICK_MS = 10;

/** A sandbox in a process of its own, as its command line starts it. */
export interface SandboxProcess {
  url: string;
  token: string;
  ca: string;
  /** From the start of the process to its ready line. */
  startMs: number;
  /** CPU time that it has used until now, in milliseconds. */
  cpuMs(): number;
  /** The most memory that it has had resident until now, in MB. */
  peakMb(): number;
  stop(): Promise<void>;
}

/** Starts a sandbox with some flags, on a free port. Linux only: CPU time and memory are read from /proc. */
export async function startSandboxProcess(
  flags: string[],
): Promise<SandboxProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-sandbox-'));
  const kubeconfig = join(folder, 'kubeconfig');
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...['--require', TRANSFORM, CLI],
      ...['--port', '0', '--kubeconfig', kubeconfig, ...flags],
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exited = once(child, 'exit');
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line') as Promise<[string]>,
    exited.then(([code]) => {
      throw new Error(`The sandbox ended with ${code} before it was ready`);
    }),
  ]);
  const startMs = performance.now() - start;
  const [, url, token] = /(https:\S+) token=(\S+)/.exec(line) ?? [];
  const { clusters } = parse(readFileSync(kubeconfig, 'utf8'));
  const { 'certificate-authority-data': ca } = clusters[0].cluster;
  return {
    url,
    token,
    ca: Buffer.from(ca, 'base64').toString(),
    startMs,
    cpuMs() {
      const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
      // The name of the process, in parentheses, may have spaces.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    },
    peakMb() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
    },
    async stop() {
      child.kill('SIGTERM');
      await exited;
      await rm(folder, { recursive: true });
    },
  };
}
