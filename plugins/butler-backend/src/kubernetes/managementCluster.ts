import { KubeConfig } from '@kubernetes/client-node';
import type { ManagementClusterConfig } from '../config';

function fromToken(
  options: Extract<ManagementClusterConfig, { type: 'token' }>,
): KubeConfig {
  const { url, caFile, caData, token, tokenFile } = options;
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: [{ name: 'butler', server: url, caFile, caData }],
    users: [
      tokenFile
        ? {
            name: 'butler',
            authProvider: { name: 'tokenFile', config: { tokenFile } },
          }
        : { name: 'butler', token },
    ],
    contexts: [{ name: 'butler', cluster: 'butler', user: 'butler' }],
    currentContext: 'butler',
  });
  return config;
}

/** Loads the kubeconfig of the management cluster in the way that the configuration names. */
export function loadManagementCluster(
  options: ManagementClusterConfig,
): KubeConfig {
  if (options.type === 'token') return fromToken(options);
  const config = new KubeConfig();
  if (options.type === 'inCluster') {
    config.loadFromCluster();
    return config;
  }
  config.loadFromFile(options.path);
  if (options.context) config.setCurrentContext(options.context);
  return config;
}
