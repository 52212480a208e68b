import { Agent, request } from 'undici';
import type { Dispatcher } from 'undici';
import type { ClusterAccess } from './ClusterAccess';
import { KubernetesApiError, toApiError, UnreachableError } from './errors';
import { impersonationHeaders } from './impersonation';
import type { ImpersonatedUser } from './impersonation';
import { jsonLines } from './jsonLines';

const CONNECT_TIMEOUT_MS = 5_000;
const ANSWER_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_MS = 30_000;

/** One request to a Kubernetes API. */
export interface KubernetesRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** From `collectionPath` or `objectPath`. */
  path: string;
  query?: Record<string, string>;
  body?: unknown;
  /** Content type of a patch. */
  contentType?: string;
  /** Without it the Portal's own account acts. */
  as?: ImpersonatedUser;
  signal?: AbortSignal;
}

/** Content type of a patch that names just the fields to change. */
export const MERGE_PATCH = 'application/merge-patch+json';

async function readJson(body: Dispatcher.ResponseData['body']) {
  const text = await body.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A proxy in between answers with HTML; the status says enough.
    return undefined;
  }
}

/** Speaks to the API of one cluster over connections that are kept and shared. */
export class KubernetesClient {
  readonly #access: ClusterAccess;
  readonly #agent: Agent;

  constructor(access: ClusterAccess) {
    this.#access = access;
    this.#agent = new Agent({
      connect: { ...access.tls, timeout: CONNECT_TIMEOUT_MS },
      headersTimeout: ANSWER_TIMEOUT_MS,
      bodyTimeout: ANSWER_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    });
  }

  /** The parsed answer; throws a KubernetesApiError or an UnreachableError. */
  async request<T>(options: KubernetesRequest): Promise<T> {
    const response = await this.#send(options);
    try {
      const body = await readJson(response.body);
      this.#check(response, body);
      return body as T;
    } catch (error) {
      if (error instanceof KubernetesApiError) throw error;
      throw new UnreachableError('The answer was cut off', { cause: error });
    }
  }

  /** Opens a watch: resolves once the API server has agreed, then yields its events until it ends. */
  async watch(
    options: Pick<KubernetesRequest, 'path' | 'query' | 'signal'>,
  ): Promise<AsyncGenerator<unknown>> {
    const response = await this.#send({ method: 'GET', ...options }, 0);
    if (response.statusCode !== 200) {
      this.#check(response, await readJson(response.body));
    }
    return jsonLines(response.body);
  }

  /** Cuts what is under way and closes the connections. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #send(
    options: KubernetesRequest,
    bodyTimeout?: number,
  ): Promise<Dispatcher.ResponseData> {
    const { method, path, query = {}, body, contentType, as, signal } = options;
    const search = new URLSearchParams(query).toString();
    const headers: Record<string, string | string[]> = {
      accept: 'application/json',
      ...(body === undefined
        ? {}
        : { 'content-type': contentType ?? 'application/json' }),
      ...(as && impersonationHeaders(as)),
      ...(await this.#access.headers()),
    };
    try {
      return await request(
        `${this.#access.server}${path}${search && `?${search}`}`,
        {
          dispatcher: this.#agent,
          method,
          headers,
          body: body === undefined ? undefined : JSON.stringify(body),
          signal,
          bodyTimeout,
        },
      );
    } catch (error) {
      throw new UnreachableError('The API server cannot be reached', {
        cause: error,
      });
    }
  }

  #check(response: Dispatcher.ResponseData, body: unknown): void {
    const { statusCode, headers } = response;
    if (statusCode >= 200 && statusCode < 300) return;
    if (statusCode === 401) this.#access.forget();
    const retryAfter = headers['retry-after'];
    throw toApiError(
      statusCode,
      body,
      typeof retryAfter === 'string' ? retryAfter : undefined,
    );
  }
}
