import { IncomingMessage } from 'node:http';
import { impersonationOf } from '../auth/impersonation';

/** One request that an API server received. */
export interface RequestRecord {
  method: string;
  /** With the query. */
  path: string;
  impersonatedUser?: string;
  impersonatedGroups: string[];
  impersonatedUid?: string;
  impersonatedExtra?: Record<string, string[]>;
  /** 0 until it is answered. */
  status: number;
}

/** A request that is not answered yet, for the log. */
export function recordOf(request: IncomingMessage): RequestRecord {
  const { username, groups, uid, extra } = impersonationOf(request) ?? {};
  return {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    ...(username && { impersonatedUser: username }),
    impersonatedGroups: groups ?? [],
    ...(uid && { impersonatedUid: uid }),
    ...(extra && Object.keys(extra).length > 0 && { impersonatedExtra: extra }),
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
