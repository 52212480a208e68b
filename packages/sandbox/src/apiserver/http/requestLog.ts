import { IncomingMessage } from 'node:http';

/** One request that an API server received. */
export interface RequestRecord {
  method: string;
  /** With the query. */
  path: string;
  impersonatedUser?: string;
  impersonatedGroups: string[];
  /** 0 until it is answered. */
  status: number;
}

/** A request that is not answered yet, for the log. */
export function recordOf(request: IncomingMessage): RequestRecord {
  const { headersDistinct } = request;
  const user = headersDistinct['impersonate-user']?.[0];
  return {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    ...(user && { impersonatedUser: user }),
    impersonatedGroups: headersDistinct['impersonate-group'] ?? [],
    status: 0,
  };
}

/** Old entries go when there are more: a sandbox may run for days. */
const CAPACITY = 20_000;

/** The requests that an API server received since its start or `clear()`. */
export class RequestLog {
  private records: RequestRecord[] = [];

  add(record: RequestRecord): void {
    this.records.push(record);
    if (this.records.length > 2 * CAPACITY) {
      this.records = this.records.slice(-CAPACITY);
    }
  }

  all(): RequestRecord[] {
    return this.records.map(record => ({ ...record }));
  }

  clear(): void {
    this.records = [];
  }
}
