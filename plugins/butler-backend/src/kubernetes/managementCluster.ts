import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import { KubeConfig } from '@kubernetes/client-node';
import type { User } from '@kubernetes/client-node';
import { parse } from 'yaml';
import type { ManagementClusterConfig } from './managementClusterConfig';

function fromFile(tokenFile: string): Pick<User, 'authProvider'> {
  return { authProvider: { name: 'tokenFile', config: { tokenFile } } };
}

function fromToken(
  options: Extract<ManagementClusterConfig, { type: 'token' }>,
): KubeConfig {
  const { url, caFile, caData, token, tokenFile } = options;
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
  try {
    config.loadFromFile(path);
    applyTokenFiles(config, path);
  } catch (error) {
    const missing = isError(error) && 'code' in error;
    // Without the cause: a YAML error carries the whole file, with its tokens, into the log.
    throw new InputError(
      missing
        ? `The kubeconfig ${path} cannot be read (${error.code}). Check butler.managementCluster.kubeconfig.path.`
        : `The file ${path} is no kubeconfig. Check butler.managementCluster.kubeconfig.path.`,
    );
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

/**
 * Loads the kubeconfig of the management cluster in the way that the configuration names.
 *
 * @throws InputError when its file cannot be read
 */
export function loadManagementCluster(
  options: ManagementClusterConfig,
): KubeConfig {
  if (options.type === 'token') return fromToken(options);
  const config = new KubeConfig();
  if (options.type === 'inCluster') {
    config.loadFromCluster();
    return config;
  }
  loadFile(config, options.path);
  if (options.context) config.setCurrentContext(options.context);
  return config;
}
