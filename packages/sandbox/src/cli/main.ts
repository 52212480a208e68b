import { resolve } from 'node:path';
import { Sandbox } from '../sandbox';
import { startSandbox } from '../startSandbox';
import { CliOptions, parseOptions, USAGE } from './options';

/** The port that was taken, when that is why a start failed. */
function takenPort(error: unknown): number | undefined {
  const { code, port } = (error ?? {}) as { code?: string; port?: number };
  return code === 'EADDRINUSE' ? port : undefined;
}

async function start(options: CliOptions): Promise<Sandbox> {
  try {
    return await startSandbox({
      port: options.port,
      kubeconfigFile: resolve(options.kubeconfig),
      portalKubeconfigFile: resolve(options.portalKubeconfig),
      workspaces: options.workspaces,
      delays: options.instant ? 'none' : 'lifelike',
      empty: options.empty,
      shells: options.shells,
      // What goes on with its objects goes on with its files.
      dataFolder: options.data ?? (options.state && `${options.state}.volumes`),
      adminPort: options.adminPort,
      stateFile: options.state && resolve(options.state),
    });
  } catch (error) {
    const taken = takenPort(error);
    if (taken !== undefined) {
      const flag = taken === options.adminPort ? '--admin-port' : '--port';
      throw new Error(
        `Port ${taken} is taken on 127.0.0.1; choose another with ${flag}`,
      );
    }
    throw error;
  }
}

/** Runs the sandbox until it is told to end. */
export async function main(argv: string[]): Promise<void> {
  const options = parseOptions(argv);
  if (options.help) {
    process.stdout.write(USAGE);
    return;
  }
  const sandbox = await start(options);
  const end = () => {
    sandbox.stop().then(
      () => process.exit(0),
      error => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, end);
  }
  process.stdout.write(
    `${[
      `Sandbox ready: ${sandbox.url}`,
      `token=${sandbox.token}`,
      `kubeconfig=${resolve(options.kubeconfig)}`,
      ...(sandbox.adminUrl ? [`admin=${sandbox.adminUrl}`] : []),
    ].join(' ')}\n`,
  );
}
