import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { answerOf, errorFromFetch, errorFromResponse } from './errors';

// A stop waits for the tenant cluster, which may be slow.
const TIME_LIMIT_MS = 30_000;

/** What a request has beside its path. */
export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  headers?: Record<string, string>;
}

/** JSON requests to butler-backend. */
export class ButlerHttp {
  constructor(
    private readonly apis: { discoveryApi: DiscoveryApi; fetchApi: FetchApi },
    private readonly timeLimitMs = TIME_LIMIT_MS,
  ) {}

  /** Opens a response that stays open. */
  async open(path: string, init: RequestInit): Promise<Response> {
    const baseUrl = await this.apis.discoveryApi.getBaseUrl('butler');
    return this.apis.fetchApi.fetch(`${baseUrl}${path}`, init);
  }

  /** Sends a request and reads the answer; throws a `ButlerError`. */
  async request<T>(
    path: string,
    { method = 'GET', body, headers }: RequestOptions = {},
  ): Promise<T> {
    const init: RequestInit = {
      method,
      headers: {
        Accept: 'application/json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(this.timeLimitMs),
    };
    const { response, text } = await this.exchange(path, init);
    if (!response.ok) throw errorFromResponse(response, text);
    return answerOf(response, text) as T;
  }

  private async exchange(
    path: string,
    init: RequestInit,
  ): Promise<{ response: Response; text: string }> {
    try {
      const response = await this.open(path, init);
      return { response, text: await response.text() };
    } catch (failure) {
      throw errorFromFetch(failure);
    }
  }
}
