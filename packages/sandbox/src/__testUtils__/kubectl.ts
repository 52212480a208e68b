import { spawn, spawnSync } from 'node:child_process';
import { ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, RunResult } from './run';

/** Where there is no kubectl its tests are skipped. */
export const describeWithKubectl = spawnSync('kubectl', ['version', '--client'])
  .error
  ? describe.skip
  : describe;

/** The machine's kubectl, as somebody with a kubeconfig. */
export class Kubectl {
  readonly folder = mkdtempSync(join(tmpdir(), 'sandbox-kubectl-'));
  private readonly environment: NodeJS.ProcessEnv;

  constructor(kubeconfig: string) {
    const file = join(this.folder, 'kubeconfig');
    writeFileSync(file, kubeconfig);
    this.environment = {
      PATH: process.env.PATH,
      HOME: this.folder,
      KUBECONFIG: file,
    };
  }

  /** Runs it to its end. */
  run(
    args: string[],
    { input = '', env = {} }: { input?: string; env?: object } = {},
  ): Promise<RunResult> {
    return run('kubectl', args, {
      input,
      env: { ...this.environment, ...env },
    });
  }

  /** Starts it, for commands that go on. */
  start(...args: string[]): ChildProcessWithoutNullStreams {
    return spawn('kubectl', args, { env: this.environment });
  }

  /** Removes its files. */
  close(): void {
    rmSync(this.folder, { recursive: true });
  }
}
