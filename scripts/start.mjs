import { accessSync, constants, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { packageStartCommand, sandboxCommand } from './lib/commands.mjs';
import { runMain } from './lib/main.mjs';
import { onOutputGone } from './lib/output.mjs';
import { portalEnvironment } from './lib/portalEnvironment.mjs';
import { readPersonas } from './lib/personas.mjs';
import { assertPortsFree } from './lib/ports.mjs';
import { Processes } from './lib/processes.mjs';
import { answers } from './lib/ready.mjs';
import { root } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';
import { readStartFlags, USAGE } from './lib/startFlags.mjs';
import { welcome } from './lib/welcome.mjs';

const STILL_WAITING_MS = 90_000;
const CONFIG_FILES = ['app-config.yaml', 'app-config.development.yaml'];

function assertBuilt() {
  if (!existsSync(resolve(root, 'packages/app/dist/index.html'))) {
    throw new Error(
      'There is no built app. Run "npm run build:app" first, or leave --built out.',
    );
  }
}

function readableKubeconfig(path) {
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), path);
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    throw new Error(
      `The kubeconfig ${file} cannot be read (${error.code}). Check the path given with --kubeconfig.`,
    );
  }
  return file;
}

/** One for people at a terminal; the backend gets no more than it would in production. */
function sandboxKubeconfigs(port) {
  const file = name => resolve(root, `.butler/${name}-${port}.kubeconfig`);
  return { admin: file('sandbox'), portal: file('sandbox-portal') };
}

/** Starts the sandbox; the promise waits until its kubeconfigs are written. */
function startSandbox(processes, port, { admin, portal }) {
  return new Promise(ready => {
    processes.start(
      'sandbox',
      sandboxCommand([
        '--port',
        String(port),
        '--kubeconfig',
        admin,
        '--portal-kubeconfig',
        portal,
      ]),
      {
        cwd: root,
        onLine: line => line.startsWith('Sandbox ready') && ready(),
      },
    );
  });
}

async function main() {
  const flags = readStartFlags(process.argv.slice(2));
  if (flags.help) {
    console.log(USAGE);
    return 0;
  }
  const { ports, built } = flags;
  if (built) assertBuilt();
  const ownCluster = flags.kubeconfig && readableKubeconfig(flags.kubeconfig);
  await assertPortsFree({
    ...(!built && { app: ports.app }),
    backend: ports.backend,
    ...(!ownCluster && { sandbox: ports.sandbox }),
  });
  await setup();

  const end = new AbortController();
  let exitCode = 0;
  const processes = new Processes((name, code) => {
    console.error(
      `\nThe ${name} has ended by itself (exit code ${code}); its last lines are above. Stopping the rest.`,
    );
    exitCode = 1;
    end.abort();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => end.abort());
  }
  onOutputGone(() => end.abort());
  const ended = new Promise(done => {
    end.signal.addEventListener('abort', done, { once: true });
  });

  const kubeconfigs = ownCluster
    ? { admin: ownCluster, portal: ownCluster }
    : sandboxKubeconfigs(ports.sandbox);
  const env = portalEnvironment(ports, kubeconfigs.portal);
  const startPackage = name =>
    processes.start(name, packageStartCommand(CONFIG_FILES), {
      cwd: resolve(root, 'packages', name),
      env,
    });

  const appUrl = `http://localhost:${ports.app}`;
  const started = (async () => {
    const personas = await readPersonas();
    if (!built) startPackage('app');
    if (!ownCluster) await startSandbox(processes, ports.sandbox, kubeconfigs);
    startPackage('backend');
    const api = `http://localhost:${ports.backend}/api`;
    // Both wait for a change of the code when they fail, so a failure does not end them.
    const reminder = setTimeout(
      () =>
        console.error(
          '\nThe page is still not ready. Look for an error in the lines above, mend it, or stop with Ctrl-C.\n',
        ),
      STILL_WAITING_MS,
    );
    await answers(`${api}/butler/health`, end.signal);
    // The catalog reads its users a moment after the backend listens.
    await answers(`${api}/auth/butlerPersonas/refresh`, end.signal, {
      'x-butler-persona': personas[0].name,
    });
    await answers(appUrl, end.signal);
    clearTimeout(reminder);
    if (!end.signal.aborted)
      console.log(welcome({ appUrl, kubeconfig: kubeconfigs.admin, personas }));
  })();

  await Promise.race([ended, started.then(() => ended)]);
  await processes.stop();
  return exitCode;
}

await runMain(main);
// A child that was stopped before it was ready leaves a wait behind that nothing ends.
process.exit();
