import type { Config } from '@backstage/config';
import { wrongConfig } from '../errors';

/** How the management cluster is reached. */
export type ManagementClusterConfig =
  | { type: 'kubeconfig'; path: string; context?: string }
  | { type: 'inCluster' }
  | {
      type: 'token';
      url: string;
      caFile?: string;
      caData?: string;
      token?: string;
      tokenFile?: string;
    };

const KEY = 'butler.managementCluster';
const WAYS = ['kubeconfig', 'url', 'inCluster'];
const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const MAX_NAMESPACES = 100;

function atMostOne(config: Config, one: string, other: string): void {
  if (config.has(one) && config.has(other)) {
    wrongConfig(`${KEY} takes ${one} or ${other}, not both`);
  }
}

function readToken(config: Config): ManagementClusterConfig {
  const url = config.getString('url');
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
    wrongConfig(
      `${KEY}.url must begin with https://, since a token goes there; it is “${url}”`,
    );
  }
  atMostOne(config, 'caFile', 'caData');
  atMostOne(config, 'token', 'tokenFile');
  if (!config.has('token') && !config.has('tokenFile')) {
    wrongConfig(`${KEY} needs token or tokenFile beside url`);
  }
  return {
    type: 'token',
    url,
    caFile: config.getOptionalString('caFile'),
    caData: config.getOptionalString('caData'),
    token: config.getOptionalString('token'),
    tokenFile: config.getOptionalString('tokenFile'),
  };
}

/**
 * Reads how the management cluster is reached.
 *
 * @throws InputError that names the setting that is wrong
 */
export function readManagementCluster(root: Config): ManagementClusterConfig {
  const config = root.getOptionalConfig(KEY);
  const ways = WAYS.filter(way => config?.has(way));
  if (!config || ways.length !== 1) {
    wrongConfig(
      `${KEY} must say how to reach Butler’s management cluster, in one of three ways: kubeconfig.path, url with token or tokenFile, or inCluster: true. ` +
        `It has ${ways.length ? ways.join(' and ') : 'none of them'}`,
    );
  }
  switch (ways[0]) {
    case 'kubeconfig':
      return {
        type: 'kubeconfig',
        path: config.getString('kubeconfig.path'),
        context: config.getOptionalString('kubeconfig.context'),
      };
    case 'url':
      return readToken(config);
    default:
      if (!config.getBoolean('inCluster')) {
        wrongConfig(
          `${KEY}.inCluster can only be true; leave it out otherwise`,
        );
      }
      return { type: 'inCluster' };
  }
}

/**
 * Reads the namespaces that the service account may list; undefined for all.
 *
 * @throws InputError that names the setting that is wrong
 */
export function readNamespaces(root: Config): string[] | undefined {
  const key = `${KEY}.namespaces`;
  const namespaces = root.getOptionalStringArray(key);
  if (!namespaces) return undefined;
  if (namespaces.length === 0) {
    wrongConfig(`${key} is empty; leave it out to look everywhere`);
  }
  if (namespaces.length > MAX_NAMESPACES) {
    wrongConfig(
      `${key} has more than ${MAX_NAMESPACES} entries, each of which takes three watches; let the service account list everywhere instead`,
    );
  }
  for (const namespace of namespaces) {
    if (!NAMESPACE.test(namespace)) {
      wrongConfig(`${key} has “${namespace}”, which cannot be a namespace`);
    }
  }
  return [...new Set(namespaces)];
}
