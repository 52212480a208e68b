import type { RequestOptions } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';

/** What a TLS connection to the API server needs. */
export interface TlsOptions {
  ca?: string | Buffer;
  cert?: string | Buffer;
  key?: string | Buffer;
  servername?: string;
  rejectUnauthorized?: boolean;
}

/** How requests to one cluster are addressed and authenticated. */
export interface ClusterAccess {
  /** Without a trailing slash; may hold a path. */
  readonly server: string;
  readonly tls: TlsOptions;
  /** Headers that authenticate a request. */
  headers(): Promise<Record<string, string>>;
  /** Has the credentials read again, for when the API server no longer takes them. */
  forget(): void;
}

// Tokens of service accounts are rotated in their file; reading it for each request is not needed.
const CREDENTIALS_LIFETIME_MS = 10_000;

function pick(value: unknown): string | Buffer | undefined {
  return typeof value === 'string' || Buffer.isBuffer(value)
    ? value
    : undefined;
}

async function apply(config: KubeConfig): Promise<RequestOptions> {
  const options: RequestOptions = {};
  await config.applyToHTTPSOptions(options);
  return options;
}

function toHeaders(options: RequestOptions): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (typeof value === 'string') headers[name] = value;
  }
  if (options.auth) {
    const encoded = Buffer.from(options.auth).toString('base64');
    headers.Authorization = `Basic ${encoded}`;
  }
  return headers;
}

/** Takes address, TLS and credentials from a loaded kubeconfig. */
export async function createClusterAccess(
  config: KubeConfig,
): Promise<ClusterAccess> {
  const cluster = config.getCurrentCluster();
  if (!cluster || !config.getCurrentUser()) {
    throw new Error(
      `The kubeconfig has no context “${config.getCurrentContext()}” with a cluster and a user.`,
    );
  }
  const first = await apply(config);
  let known = { at: Date.now(), headers: toHeaders(first) };
  return {
    server: cluster.server.replace(/\/+$/, ''),
    tls: {
      ca: pick(first.ca),
      cert: pick(first.cert),
      key: pick(first.key),
      servername: cluster.tlsServerName,
      rejectUnauthorized: !cluster.skipTLSVerify,
    },
    async headers() {
      if (Date.now() - known.at > CREDENTIALS_LIFETIME_MS) {
        known = { at: Date.now(), headers: toHeaders(await apply(config)) };
      }
      return known.headers;
    },
    forget() {
      known = { ...known, at: 0 };
    },
  };
}
