import { Agent, request } from 'undici';
import type { Dispatcher } from 'undici';
import type { CircuitBreaker } from './CircuitBreaker';
import type { ClusterAccess, TlsOptions } from './ClusterAccess';
import { UnreachableError } from './errors';
import { TimeLimitError } from './timeLimit';

const CONNECT_TIMEOUT_MS = 5_000;
const ANSWER_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_MS = 30_000;
/** undici's words for a connection that broke after it was made. */
const CUT_CODES = ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'];

/** One HTTP request, without its credentials. */
export interface TransportRequest {
  method: Dispatcher.HttpMethod;
  /** With the query. */
  path: string;
  headers: Record<string, string | string[]>;
  body?: string;
  signal?: AbortSignal;
  /** How long the body may pause; 0 for ever. */
  bodyTimeout?: number;
}

function makeAgent(tls: TlsOptions): Agent {
  return new Agent({
    connect: { ...tls, timeout: CONNECT_TIMEOUT_MS },
    headersTimeout: ANSWER_TIMEOUT_MS,
    bodyTimeout: ANSWER_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
  });
}

/** An error of a connection, in our words. */
export function connectionError(error: unknown): UnreachableError {
  const { code = '' } = error as { code?: string };
  return new UnreachableError(
    'The API server cannot be reached',
    { cause: error },
    CUT_CODES.includes(code),
  );
}

/** Whether who asked no longer wants to know, which says nothing of the API server. */
function isGivenUp(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true && !(signal.reason instanceof TimeLimitError);
}

/** Keeps the connections to one API server, with credentials and certificates as they are now. */
export class Transport {
  #tls: TlsOptions;
  #agent: Agent;

  constructor(
    private readonly access: ClusterAccess,
    private readonly breaker: CircuitBreaker,
  ) {
    this.#tls = access.tls;
    this.#agent = makeAgent(this.#tls);
  }

  /** Sends it; credentials that are refused are read again once. Throws an UnreachableError. */
  async send(options: TransportRequest): Promise<Dispatcher.ResponseData> {
    const response = await this.#sendOnce(options);
    if (response.statusCode !== 401) return response;
    // Rotated since they were read. 401 says that nothing was done.
    this.access.forget();
    await response.body.dump();
    return this.#sendOnce(options);
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #sendOnce(options: TransportRequest): Promise<Dispatcher.ResponseData> {
    const { path, headers, ...rest } = options;
    const credentials = await this.#credentials();
    try {
      const response = await request(`${this.access.server}${path}`, {
        ...rest,
        dispatcher: this.#agent,
        headers: { ...headers, ...credentials },
      });
      this.breaker.answered();
      return response;
    } catch (error) {
      const failure = connectionError(error);
      if (!failure.cut && !isGivenUp(options.signal)) {
        this.breaker.failed();
        // A certificate that has expired ends in a failed handshake.
        this.access.forget();
      }
      throw failure;
    }
  }

  async #credentials(): Promise<Record<string, string>> {
    try {
      const headers = await this.access.headers();
      if (this.#tls !== this.access.tls) this.#renew();
      return headers;
    } catch (error) {
      throw new UnreachableError('The credentials cannot be read', {
        cause: error,
      });
    }
  }

  #renew(): void {
    const old = this.#agent;
    this.#tls = this.access.tls;
    this.#agent = makeAgent(this.#tls);
    // What is under way ends in its time; the API server ends watches within minutes.
    old.close().catch(() => old.destroy());
  }
}
