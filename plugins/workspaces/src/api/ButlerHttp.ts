import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { errorFromFailure, errorFromResponse } from './errors';

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
    try {
      const response = await this.open(path, {
        method,
        headers: {
          Accept: 'application/json',
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(this.timeLimitMs),
      });
      if (!response.ok) throw await errorFromResponse(response);
      const text = await response.text();
      return (text ? JSON.parse(text) : undefined) as T;
    } catch (failure) {
      throw errorFromFailure(failure);
    }
  }
}
