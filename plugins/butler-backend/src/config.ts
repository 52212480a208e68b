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
  impersonation: boolean;
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

/** Reads the `butler` section once; throws an InputError that names the setting that is wrong. */
export function readButlerConfig(root: Config): ButlerConfig {
  const loginUser =
    root.getOptionalString('butler.workspaces.loginUser') ?? 'dev';
  if (!LOGIN_USER.test(loginUser)) {
    wrong(`butler.workspaces.loginUser “${loginUser}” is no Linux user name`);
  }
  return {
    managementCluster: parseManagementCluster(root),
    impersonation:
      root.getOptionalBoolean('butler.impersonation.enabled') ?? true,
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
