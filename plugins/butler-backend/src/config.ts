import type { Config } from '@backstage/config';
import {
  DEFAULT_EDITORS,
  EDITOR_IDS,
} from '@butler-portal/plugin-butler-common';
import type {
  CatalogImage,
  EditorId,
} from '@butler-portal/plugin-butler-common';
import { wrongConfig } from './errors';
import { readImages } from './images/imageCatalogue';
import {
  readManagementCluster,
  readNamespaces,
} from './kubernetes/managementClusterConfig';
import type { ManagementClusterConfig } from './kubernetes/managementClusterConfig';

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

/** More than any browser has open at once, and little for a server. */
const DEFAULT_LIMIT = 40;
const DEFAULT_TERMINAL_LIMIT = 8;
const DEFAULT_CACHE_SECONDS = 5;
const MAX_CACHE_SECONDS = 60;
const LOGIN_USER = /^[a-z_][a-z0-9_-]{0,31}$/;

function readEditors(root: Config): EditorId[] {
  const names = root.getOptionalStringArray('butler.editors');
  if (!names) return DEFAULT_EDITORS;
  return [...new Set(names)].map(
    name =>
      EDITOR_IDS.find(id => id === name) ??
      wrongConfig(
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
    wrongConfig(
      `${key} must be a whole number of at least 1; it is “${limit}”`,
    );
  }
  return limit;
}

function readCacheSeconds(root: Config): number {
  const key = 'butler.permissions.cacheSeconds';
  const seconds = root.getOptionalNumber(key) ?? DEFAULT_CACHE_SECONDS;
  if (!(seconds >= 0 && seconds <= MAX_CACHE_SECONDS)) {
    wrongConfig(`${key} is from 0 to ${MAX_CACHE_SECONDS}; it is ${seconds}`);
  }
  return seconds;
}

/** Reads the `butler` section once; throws an InputError that names the setting that is wrong. */
export function readButlerConfig(root: Config): ButlerConfig {
  const loginUser =
    root.getOptionalString('butler.workspaces.loginUser') ?? 'dev';
  if (!LOGIN_USER.test(loginUser)) {
    wrongConfig(
      `butler.workspaces.loginUser “${loginUser}” is no Linux user name`,
    );
  }
  return {
    managementCluster: readManagementCluster(root),
    namespaces: readNamespaces(root),
    impersonation:
      root.getOptionalBoolean('butler.impersonation.enabled') ?? true,
    permissionCacheMs: readCacheSeconds(root) * 1_000,
    loginUser,
    editors: readEditors(root),
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
