import { setTimeout as sleep } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import { check, readJson, readText } from './body';
import type { Body } from './body';
import { CircuitBreaker } from './CircuitBreaker';
import type { ClusterAccess } from './ClusterAccess';
import { UnreachableError } from './errors';
import { impersonationHeaders } from './impersonation';
import type { ImpersonatedUser } from './impersonation';
import { jsonLines } from './jsonLines';
import { RequestQueue } from './RequestQueue';
import type { QueueLimits } from './RequestQueue';
import { retryDelayMs } from './retry';
import { withTimeLimit } from './timeLimit';
import { Transport } from './Transport';

/** One request to a Kubernetes API. */
export interface KubernetesRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** From `collectionPath` or `objectPath`. */
  path: string;
  query?: Record<string, string>;
  body?: unknown;
  /** Content type of a patch. */
  contentType?: string;
  /** What the answer may be; JSON when left out. */
  accept?: string;
  /** Without it the Portal's own account acts. */
  as?: ImpersonatedUser;
  signal?: AbortSignal;
  /**
   * Whether doing it twice is the same as once, so that it may be sent again when it is not known
   * whether it was done. Every GET is.
   */
  repeatable?: boolean;
}

/** Limits of the requests to one API server. Watches are outside of them. */
export interface ClientLimits extends QueueLimits {
  /** For a whole request, with its turn and repetitions. */
  timeLimitMs: number;
}

/** The limits of production. A single admission webhook may take ten seconds. */
export const DEFAULT_LIMITS: ClientLimits = {
  concurrency: 32,
  waiting: 256,
  waitMs: 5_000,
  timeLimitMs: 30_000,
};

// One piece of work asks for several things at once: if its first request finds the API server back, the
// others must not fail because it was gone when they set out.
const TOGETHER_MS = 50;

function gone(): UnreachableError {
  return new UnreachableError('The API server has been gone for a moment');
}

/** Speaks to the API of one cluster over connections that are kept and shared. */
export class KubernetesClient {
  readonly #breaker = new CircuitBreaker();
  readonly #transport: Transport;
  readonly #queue: RequestQueue;
  /** The last request that was to find out whether the API server is back. */
  #probe: { since: number; end: Promise<unknown> } = {
    since: 0,
    end: Promise.resolve(),
  };

  constructor(
    access: ClusterAccess,
    private readonly limits: ClientLimits = DEFAULT_LIMITS,
  ) {
    this.#transport = new Transport(access, this.#breaker);
    this.#queue = new RequestQueue(limits);
  }

  /** How many requests wait for their turn. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** Whether the API server counts as gone, so that requests fail at once. */
  get gone(): boolean {
    return this.#breaker.open;
  }

  /**
   * The parsed answer.
   *
   * @throws KubernetesApiError when the API server says no
   * @throws UnreachableError when it cannot be reached, or does not answer within the time limit
   * @throws TooBusyError when there is no place for the request
   */
  async request<T>(options: KubernetesRequest): Promise<T> {
    return (await this.#repeat(options, readJson)) as T;
  }

  /** The answer as text, such as a container's log, up to `maxBytes` of it. Throws as `request` does. */
  requestText(options: KubernetesRequest, maxBytes: number): Promise<string> {
    return this.#repeat({ ...options, accept: '*/*' }, body =>
      readText(body, maxBytes),
    );
  }

  /** Opens a watch: resolves once the API server has agreed, then yields its events until it ends. */
  async watch(
    options: Pick<KubernetesRequest, 'path' | 'query' | 'signal'>,
  ): Promise<AsyncGenerator<unknown>> {
    const response = await this.#send({ method: 'GET', ...options }, 0);
    await check(response);
    return jsonLines(response.body);
  }

  /** Cuts what is under way and closes the connections. */
  async close(): Promise<void> {
    await this.#transport.close();
  }

  #repeat<T>(
    options: KubernetesRequest,
    read: (body: Body) => Promise<T>,
  ): Promise<T> {
    const { timeLimitMs } = this.limits;
    const end = Date.now() + timeLimitMs;
    const repeatable = options.repeatable ?? options.method === 'GET';
    return withTimeLimit(timeLimitMs, options.signal, async signal => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await this.#inTurn({ ...options, signal }, read);
        } catch (error) {
          const left = end - Date.now();
          const random = Math.random();
          const ms = retryDelayMs(error, repeatable, attempt, left, random);
          if (ms === undefined || signal.aborted) throw error;
          await sleep(ms);
        }
      }
    });
  }

  async #inTurn<T>(
    options: KubernetesRequest,
    read: (body: Body) => Promise<T>,
  ): Promise<T> {
    if (!this.#breaker.open) return this.#takeTurn(options, read);
    if (this.#breaker.mayCall()) {
      const answer = this.#takeTurn(options, read);
      this.#probe = { since: Date.now(), end: Promise.allSettled([answer]) };
      return answer;
    }
    const { since, end } = this.#probe;
    if (Date.now() - since < TOGETHER_MS) await end;
    if (this.#breaker.open) throw gone();
    return this.#takeTurn(options, read);
  }

  #takeTurn<T>(
    options: KubernetesRequest,
    read: (body: Body) => Promise<T>,
  ): Promise<T> {
    return this.#queue.run(async () => {
      const response = await this.#send(options).catch(error => {
        if (this.#breaker.open) this.#queue.failWaiting(gone());
        throw error;
      });
      await check(response);
      return read(response.body);
    }, options.signal);
  }

  #send(
    options: KubernetesRequest,
    bodyTimeout?: number,
  ): Promise<Dispatcher.ResponseData> {
    const { method, path, query = {}, body, contentType, as, signal } = options;
    const { accept = 'application/json' } = options;
    const search = new URLSearchParams(query).toString();
    return this.#transport.send({
      method,
      path: `${path}${search && `?${search}`}`,
      headers: {
        accept,
        ...(body !== undefined && {
          'content-type': contentType ?? 'application/json',
        }),
        ...(as && impersonationHeaders(as)),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
      bodyTimeout,
    });
  }
}
