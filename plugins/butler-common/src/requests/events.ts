import type { Workspace } from '../resources';

/** Whether the caches follow the API server, and since when they do not. */
export interface CacheState {
  state: 'live' | 'stale';
  /** RFC 3339; only when stale. */
  since?: string;
}

/** Answers to reads carry this header while the cache is stale: RFC 3339. */
export const STALE_SINCE_HEADER = 'X-Butler-Stale-Since';

/** The events of `GET /events`: the name is the SSE event, the value its JSON. */
export interface ButlerEvents {
  /** Everything that the caller may see; replaces what was known. */
  snapshot: { items: Workspace[] };
  upsert: Workspace;
  delete: { team: string; name: string; uid: string };
  /** The caller's own rights have changed: read `/me` again. */
  access: Record<string, never>;
  state: CacheState;
}

export type ButlerEventName = keyof ButlerEvents;

/** One event with its name. */
export type ButlerEvent = {
  [Name in ButlerEventName]: { event: Name; data: ButlerEvents[Name] };
}[ButlerEventName];
