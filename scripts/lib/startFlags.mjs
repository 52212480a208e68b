import { parseArgs } from 'node:util';

export const USAGE = `Starts Butler Portal for development.

  npm start -- [flags]

  --app-port N       where the page is served (3000)
  --backend-port N   where the backend listens (7007)
  --sandbox-port N   where the sandbox's Kubernetes API listens (6443)
  --built            serve the app as production does, from packages/app/dist and the backend's port;
                     "npm run build:app" writes it
  --kubeconfig FILE  use this management cluster and start no sandbox
  --help             this text`;

function port(flag, text) {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 65535) {
    throw new Error(
      `--${flag} takes a port from 1 to 65535, not "${text}".\n\n${USAGE}`,
    );
  }
  return number;
}

/**
 * Reads the flags of `npm start`.
 *
 * @param {string[]} args
 * @returns {{
 *   help: boolean,
 *   built: boolean,
 *   kubeconfig?: string,
 *   ports: {app: number, backend: number, sandbox: number},
 * }} with `built` the app is where the backend is
 * @throws Error with the usage when a flag is unknown or makes no sense
 */
export function readStartFlags(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        'app-port': { type: 'string', default: '3000' },
        'backend-port': { type: 'string', default: '7007' },
        'sandbox-port': { type: 'string', default: '6443' },
        built: { type: 'boolean', default: false },
        kubeconfig: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new Error(`${error.message}\n\n${USAGE}`);
  }
  const { help, built, kubeconfig } = values;
  const app = port('app-port', values['app-port']);
  const backend = port('backend-port', values['backend-port']);
  const sandbox = port('sandbox-port', values['sandbox-port']);
  const used = [
    backend,
    ...(built ? [] : [app]),
    ...(kubeconfig ? [] : [sandbox]),
  ];
  if (new Set(used).size < used.length) {
    throw new Error('Two of the ports are the same; give each its own.');
  }
  return {
    help,
    built,
    kubeconfig,
    ports: { app: built ? backend : app, backend, sandbox },
  };
}
