import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface CliOptions {
  help: boolean;
  port: number;
  kubeconfig: string;
  portalKubeconfig: string;
  workspaces: number;
  instant: boolean;
  empty: boolean;
  shells: boolean;
  /** Undefined takes a folder beside the state file, or a temporary one. */
  data?: string;
  /** Undefined leaves the admin port closed. */
  adminPort?: number;
  /** Undefined keeps no state. */
  state?: string;
}

/** The text of `--help`. */
export const USAGE = `Usage: sandbox [options]

Runs a Butler management cluster in memory, on 127.0.0.1.

  --port N           port of the API server (default 6443, 0 takes any free one)
  --kubeconfig FILE  where to write the admin's kubeconfig (default .butler/sandbox.kubeconfig)
  --portal-kubeconfig FILE
                     where to write that of the Portal's service account
                     (default .butler/sandbox-portal.kubeconfig)
  --workspaces N     seed N more workspaces, for load
  --instant          controllers act at once instead of taking lifelike time
  --empty            no seed, no controllers, no Butler kinds: a bare Kubernetes API
  --state FILE       keep the state in a file, and go on from it; --workspaces counts for a new one
  --no-shells        no folders, SSH servers and processes for workspaces
  --data FOLDER      keep the workspaces' folders there (default: beside the state file, or nowhere)
  --admin-port N     open an HTTP port for faults and the like (0 takes any free one)
  --help             this text
`;

function wholeNumber(flag: string, text: string, maximum: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > maximum) {
    throw new Error(
      `${flag} takes a whole number from 0 to ${maximum}, not "${text}"; see --help`,
    );
  }
  return value;
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      options: {
        help: { type: 'boolean', default: false },
        port: { type: 'string', default: '6443' },
        kubeconfig: { type: 'string', default: '.butler/sandbox.kubeconfig' },
        'portal-kubeconfig': {
          type: 'string',
          default: '.butler/sandbox-portal.kubeconfig',
        },
        workspaces: { type: 'string', default: '0' },
        instant: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        'no-shells': { type: 'boolean', default: false },
        data: { type: 'string' },
        'admin-port': { type: 'string' },
        state: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new Error(`${(error as Error).message}; see --help`);
  }
}

/** Reads the command line; whatever is wrong with it is an error for people. */
export function parseOptions(argv: string[]): CliOptions {
  const values = parse(argv);
  return {
    help: values.help,
    port: wholeNumber('--port', values.port, 65_535),
    kubeconfig: values.kubeconfig,
    portalKubeconfig: values['portal-kubeconfig'],
    workspaces: wholeNumber('--workspaces', values.workspaces, 100_000),
    instant: values.instant,
    empty: values.empty,
    shells: !values['no-shells'],
    data: values.data,
    state: values.state,
    ...(values['admin-port'] !== undefined && {
      adminPort: wholeNumber('--admin-port', values['admin-port'], 65_535),
    }),
  };
}
