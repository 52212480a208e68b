import { accessSync, constants, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { KubeConfig } from '@kubernetes/client-node';
import type { User } from '@kubernetes/client-node';
import { parse } from 'yaml';
import { wrongConfig } from '../errors';
import type { ManagementClusterConfig } from './managementClusterConfig';

const KEY = 'butler.managementCluster';
/** Where a pod finds its service account. https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/ */
const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/** What is wrong with a file that cannot be read. */
function unreadable(path: string): string | undefined {
  try {
    accessSync(path, constants.R_OK);
    return undefined;
  } catch (error) {
    return `${path} cannot be read (${(error as NodeJS.ErrnoException).code})`;
  }
}

function fromFile(tokenFile: string): Pick<User, 'authProvider'> {
  return { authProvider: { name: 'tokenFile', config: { tokenFile } } };
}

function fromToken(
  options: Extract<ManagementClusterConfig, { type: 'token' }>,
): KubeConfig {
  const { url, caFile, caData, token, tokenFile } = options;
  for (const [name, path] of Object.entries({ caFile, tokenFile })) {
    const problem = path && unreadable(path);
    if (problem) wrongConfig(`${problem}. Check ${KEY}.${name}.`);
  }
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: [{ name: 'butler', server: url, caFile, caData }],
    users: [
      tokenFile
        ? { name: 'butler', ...fromFile(tokenFile) }
        : { name: 'butler', token },
    ],
    contexts: [{ name: 'butler', cluster: 'butler', user: 'butler' }],
    currentContext: 'butler',
  });
  return config;
}

function loadFile(config: KubeConfig, path: string): void {
  const problem = unreadable(path);
  if (problem) wrongConfig(`${problem}. Check ${KEY}.kubeconfig.path.`);
  try {
    config.loadFromFile(path);
    applyTokenFiles(config, path);
  } catch {
    // Without the cause: a YAML error carries the whole file, with its tokens, into the log.
    wrongConfig(`${path} is no kubeconfig. Check ${KEY}.kubeconfig.path.`);
  }
}

interface KubeconfigUser {
  name: string;
  user?: { tokenFile?: string };
}

/**
 * client-node 1.4 does not know `tokenFile`, which wins over `token` (clientcmd's AuthInfo), and would
 * ask without credentials.
 */
function applyTokenFiles(config: KubeConfig, path: string): void {
  const { users = [] }: { users?: KubeconfigUser[] } = parse(
    readFileSync(path, 'utf8'),
  );
  const files = new Map(users.map(({ name, user }) => [name, user?.tokenFile]));
  config.users = config.users.map(user => {
    const file = files.get(user.name);
    if (!file) return user;
    const { token, ...rest } = user;
    return { ...rest, ...fromFile(resolve(dirname(path), file)) };
  });
}

function fromPod(root: string): KubeConfig {
  const instead = `or name a kubeconfig in ${KEY}.kubeconfig instead`;
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port } =
    process.env;
  if (!host || !port) {
    wrongConfig(
      `${KEY}.inCluster is true, but the backend runs in no pod: KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set. ` +
        `Whoever operates the Portal can run it in a pod of the management cluster, ${instead}.`,
    );
  }
  for (const file of ['token', 'ca.crt']) {
    const problem = unreadable(`${root}${SERVICE_ACCOUNT}/${file}`);
    if (problem) {
      wrongConfig(
        `${KEY}.inCluster is true, but no service account is mounted: ${problem}. ` +
          `Whoever operates the Portal can give its pod serviceAccountName: butler-portal without automountServiceAccountToken: false, ${instead}.`,
      );
    }
  }
  const config = new KubeConfig();
  config.loadFromCluster(root);
  return config;
}

/**
 * Loads the kubeconfig of the management cluster in the way that the configuration names.
 *
 * @param root - what stands before the path of a pod's service account; for tests
 * @throws InputError when one of its files cannot be read
 */
export function loadManagementCluster(
  options: ManagementClusterConfig,
  root: string = '',
): KubeConfig {
  if (options.type === 'token') return fromToken(options);
  if (options.type === 'inCluster') return fromPod(root);
  const config = new KubeConfig();
  loadFile(config, options.path);
  if (options.context) config.setCurrentContext(options.context);
  return config;
}
