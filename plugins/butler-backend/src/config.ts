import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { EDITOR_IDS } from '@butler-portal/plugin-butler-common';
import type {
  CatalogImage,
  EditorId,
} from '@butler-portal/plugin-butler-common';
import { readImages } from './images/imageCatalogue';

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

/** The plugin's configuration; `config.d.ts` explains each setting. */
export interface ButlerConfig {
  managementCluster: ManagementClusterConfig;
  /** Where to look for namespaced kinds; everywhere when left out. */
  namespaces?: string[];
  impersonation: boolean;
  /** How long what Backstage's policy says about reading is remembered. */
  permissionCacheMs: number;
  loginUser: string;
  /** In the order in which they are offered. */
  editors: EditorId[];
  limits: {
    /** How many requests of one person are answered at once. */
    requestsPerUser: number;
    /** How many event streams one person may have open. */
    streamsPerUser: number;
    /** How many terminals one person may have open at one replica. */
    terminalsPerUser: number;
  };
  /** What `GET /images` answers. */
  images: CatalogImage[];
}

const KEY = 'butler.managementCluster';
const WAYS = ['kubeconfig', 'url', 'inCluster'];
/** More than any browser has open at once, and little for a server. */
const DEFAULT_LIMIT = 40;
const DEFAULT_TERMINAL_LIMIT = 8;
const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const MAX_NAMESPACES = 100;
const DEFAULT_CACHE_SECONDS = 5;
const MAX_CACHE_SECONDS = 60;
const LOGIN_USER = /^[a-z_][a-z0-9_-]{0,31}$/;

function wrong(message: string): never {
  throw new InputError(`Configuration: ${message}`);
}

function atMostOne(config: Config, one: string, other: string): void {
  if (config.has(one) && config.has(other)) {
    wrong(`${KEY} takes ${one} or ${other}, not both`);
  }
}

function parseToken(config: Config): ManagementClusterConfig {
  const url = config.getString('url');
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
    wrong(
      `${KEY}.url must begin with https://, since a token goes there; it is “${url}”`,
    );
  }
  atMostOne(config, 'caFile', 'caData');
  atMostOne(config, 'token', 'tokenFile');
  if (!config.has('token') && !config.has('tokenFile')) {
    wrong(`${KEY} needs token or tokenFile beside url`);
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

function parseManagementCluster(root: Config): ManagementClusterConfig {
  const config = root.getOptionalConfig(KEY);
  const ways = WAYS.filter(way => config?.has(way));
  if (!config || ways.length !== 1) {
    wrong(
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
      return parseToken(config);
    default:
      if (!config.getBoolean('inCluster')) {
        wrong(`${KEY}.inCluster can only be true; leave it out otherwise`);
      }
      return { type: 'inCluster' };
  }
}

const DEFAULT_EDITORS: EditorId[] = [
  'vscode',
  'cursor',
  'windsurf',
  'zed',
  'jetbrains-gateway',
];

function parseEditors(root: Config): EditorId[] {
  const names = root.getOptionalStringArray('butler.editors');
  if (!names) return DEFAULT_EDITORS;
  return [...new Set(names)].map(
    name =>
      EDITOR_IDS.find(id => id === name) ??
      wrong(
        `butler.editors knows no “${name}”. Choose of ${EDITOR_IDS.join(', ')}`,
      ),
  );
}

function readLimit(
  root: Config,
  name: string,
  fallback: number = DEFAULT_LIMIT,
): number {
  const key = `butler.limits.${name}`;
  const limit = root.getOptionalNumber(key) ?? fallback;
  if (!Number.isInteger(limit) || limit < 1) {
    wrong(`${key} must be a whole number of at least 1; it is “${limit}”`);
  }
  return limit;
}

function parseNamespaces(root: Config): string[] | undefined {
  const key = `${KEY}.namespaces`;
  const namespaces = root.getOptionalStringArray(key);
  if (!namespaces) return undefined;
  if (namespaces.length === 0) {
    wrong(`${key} is empty; leave it out to look everywhere`);
  }
  if (namespaces.length > MAX_NAMESPACES) {
    wrong(
      `${key} has more than ${MAX_NAMESPACES} entries, each of which takes three watches; let the service account list everywhere instead`,
    );
  }
  for (const namespace of namespaces) {
    if (!NAMESPACE.test(namespace)) {
      wrong(`${key} has “${namespace}”, which cannot be a namespace`);
    }
  }
  return [...new Set(namespaces)];
}

function parseCacheSeconds(root: Config): number {
  const key = 'butler.permissions.cacheSeconds';
  const seconds = root.getOptionalNumber(key) ?? DEFAULT_CACHE_SECONDS;
  if (!(seconds >= 0 && seconds <= MAX_CACHE_SECONDS)) {
    wrong(`${key} is from 0 to ${MAX_CACHE_SECONDS}; it is ${seconds}`);
  }
  return seconds;
}

/** Reads the `butler` section once; throws an InputError that names the setting that is wrong. */
export function readButlerConfig(root: Config): ButlerConfig {
  const loginUser =
    root.getOptionalString('butler.workspaces.loginUser') ?? 'dev';
  if (!LOGIN_USER.test(loginUser)) {
    wrong(`butler.workspaces.loginUser “${loginUser}” is no Linux user name`);
  }
  return {
    managementCluster: parseManagementCluster(root),
    namespaces: parseNamespaces(root),
    impersonation:
      root.getOptionalBoolean('butler.impersonation.enabled') ?? true,
    permissionCacheMs: parseCacheSeconds(root) * 1_000,
    loginUser,
    editors: parseEditors(root),
    limits: {
      requestsPerUser: readLimit(root, 'requestsPerUser'),
      streamsPerUser: readLimit(root, 'streamsPerUser'),
      terminalsPerUser: readLimit(
        root,
        'terminalsPerUser',
        DEFAULT_TERMINAL_LIMIT,
      ),
    },
    images: readImages(root),
  };
}
