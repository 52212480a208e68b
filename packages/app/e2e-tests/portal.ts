import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { freePorts } from './freePorts';

const ROOT = resolve(__dirname, '../../..');
const KEPT_LINES = 200;

/** A Portal that `npm start` has started. */
export interface Portal {
  appUrl: string;
  backendUrl: string;
  /** The management cluster's, for its admin. */
  kubeconfig: string;
  /** Ends it as Ctrl-C does, and waits until it has ended. */
  stop(): Promise<{ exitCode: number | null }>;
}

/**
 * Starts the Portal with the very script behind `npm start`, on free ports.
 *
 * @param options.built - with the app as production has it, not as it is while one works on it
 * @param options.kubeconfig - use this management cluster instead of a sandbox
 * @throws Error with the last lines of the output when it ends before it is ready
 */
export async function startPortal(options: {
  built: boolean;
  kubeconfig?: string;
}): Promise<Portal> {
  const [app, backend, sandbox] = await freePorts(3);
  const flags = [`--app-port=${app}`, `--backend-port=${backend}`];
  if (options.built) flags.push('--built');
  flags.push(
    options.kubeconfig
      ? `--kubeconfig=${options.kubeconfig}`
      : `--sandbox-port=${sandbox}`,
  );
  const child = spawn(
    process.execPath,
    [join(ROOT, 'scripts/start.mjs'), ...flags],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<number | null>(done => {
    child.once('exit', code => done(code));
  });

  const lines: string[] = [];
  const appUrl = await new Promise<string>((ready, fail) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', line => {
        lines.push(line);
        if (lines.length > KEPT_LINES) lines.shift();
        const url = /^Portal ready: (\S+)$/.exec(line)?.[1];
        if (url) ready(url);
      });
    }
    ended.then(code =>
      fail(new Error(`npm start ended with ${code}:\n${lines.join('\n')}`)),
    );
  });

  return {
    appUrl,
    backendUrl: `http://localhost:${backend}`,
    kubeconfig:
      options.kubeconfig ?? join(ROOT, `.butler/sandbox-${sandbox}.kubeconfig`),
    async stop() {
      child.kill('SIGINT');
      return { exitCode: await ended };
    },
  };
}
