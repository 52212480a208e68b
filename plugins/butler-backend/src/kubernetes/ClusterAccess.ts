import { createHash } from 'node:crypto';
import type { RequestOptions } from 'node:https';
import type { LookupFunction } from 'node:net';
import { createSecureContext } from 'node:tls';
import type { KubeConfig } from '@kubernetes/client-node';

/** What a TLS connection to the API server needs. */
export interface TlsOptions {
  ca?: string | Buffer;
  cert?: string | Buffer;
  key?: string | Buffer;
  servername?: string;
  rejectUnauthorized?: boolean;
  /** Resolves the server's name; the system's way when left out. */
  lookup?: LookupFunction;
}

/** How requests to one cluster are addressed and authenticated. */
export interface ClusterAccess {
  /** Without a trailing slash; may hold a path. */
  readonly server: string;
  /** Another object when certificates have changed: connections made with the one before are old. */
  readonly tls: TlsOptions;
  /** Headers that authenticate a request; reads rotated credentials, `tls` too. */
  headers(): Promise<Record<string, string>>;
  /** Has the credentials read again, for when the API server no longer takes them. */
  forget(): void;
}

// Tokens of service accounts are rotated in their file; reading it for each request is not needed.
const CREDENTIALS_LIFETIME_MS = 10_000;
/** An API server that refuses what was just read will refuse it again. */
const MIN_RELOAD_MS = 1_000;

interface Credentials {
  headers: Record<string, string>;
  tls: TlsOptions;
  /** Tells certificates apart. */
  fingerprint: string;
}

function pick(value: unknown): string | Buffer | undefined {
  return typeof value === 'string' || Buffer.isBuffer(value)
    ? value
    : undefined;
}

function toHeaders(options: RequestOptions): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    // A token file written by hand ends with a line feed, which no header may hold.
    if (typeof value === 'string') headers[name] = value.trim();
  }
  if (options.auth) {
    const encoded = Buffer.from(options.auth).toString('base64');
    headers.Authorization = `Basic ${encoded}`;
  }
  return headers;
}

function clusterOf(config: KubeConfig) {
  const cluster = config.getCurrentCluster();
  if (!cluster || !config.getCurrentUser()) {
    throw new Error(
      `The kubeconfig has no context “${config.getCurrentContext()}” with a cluster and a user.`,
    );
  }
  return cluster;
}

async function read(config: KubeConfig): Promise<Credentials> {
  const cluster = clusterOf(config);
  // Reads the files that the kubeconfig names, and runs its plugin when the last answer has expired.
  const options: RequestOptions = {};
  await config.applyToHTTPSOptions(options);
  const tls: TlsOptions = {
    ca: pick(options.ca),
    cert: pick(options.cert),
    key: pick(options.key),
    servername: cluster.tlsServerName,
    rejectUnauthorized: !cluster.skipTLSVerify,
  };
  // Throws for a certificate and a key that do not belong together.
  createSecureContext({ cert: tls.cert, key: tls.key });
  const hash = createHash('sha256');
  for (const part of [tls.ca, tls.cert, tls.key]) {
    hash.update(part ?? '').update('\0');
  }
  return {
    headers: toHeaders(options),
    tls,
    fingerprint: hash.digest('hex'),
  };
}

/**
 * Takes address, TLS and credentials from a kubeconfig.
 *
 * @param load - reads the kubeconfig again, after credentials were refused: the file may have
 * changed, and client-node keeps the token of a file for a minute and a plugin's until it expires
 * @throws Error when its current context lacks a cluster or a user, or its plugin fails
 */
export async function createClusterAccess(
  first: KubeConfig,
  load: () => KubeConfig = () => first,
): Promise<ClusterAccess> {
  let config = first;
  const server = clusterOf(config).server.replace(/\/+$/, '');
  let known = await read(config);
  let readAt = Date.now();
  let loadedAt = readAt;
  let refused = false;
  let reading: Promise<Credentials> | undefined;

  async function readAgain(): Promise<Credentials> {
    if (refused && Date.now() - loadedAt >= MIN_RELOAD_MS) {
      loadedAt = Date.now();
      config = load();
    }
    let found: Credentials;
    try {
      found = await read(config);
    } catch (error) {
      if (refused) throw error;
      // In the midst of a rotation: as in client-go, what was read last holds until it is refused.
      readAt = Date.now();
      return known;
    }
    refused = false;
    readAt = Date.now();
    // The same object as long as it says the same: the connections stay.
    const tls = found.fingerprint === known.fingerprint ? known.tls : found.tls;
    known = { ...found, tls };
    return known;
  }

  return {
    server,
    get tls() {
      return known.tls;
    },
    async headers() {
      if (refused || Date.now() - readAt > CREDENTIALS_LIFETIME_MS) {
        reading ??= readAgain().finally(() => {
          reading = undefined;
        });
        await reading;
      }
      return known.headers;
    },
    forget() {
      refused = true;
    },
  };
}
