import type { Workspace, WorkspaceTemplate } from '../resources';
import type { ClusterAnswer } from './answers';

/** Whether the caches follow the API server, and since when they do not. */
export interface CacheState {
  state: 'live' | 'stale';
  /** RFC 3339; only when stale. */
  since?: string;
}

/** Answers to reads carry this header while the cache is stale: RFC 3339. */
export const STALE_SINCE_HEADER = 'X-Butler-Stale-Since';

/** What `GET /events?kinds=` takes. Workspaces are in every stream. */
export const STREAM_KINDS = ['workspaces', 'templates', 'clusters'] as const;

/** One of {@link STREAM_KINDS}. */
export type StreamKind = (typeof STREAM_KINDS)[number];

/** An object of any of {@link STREAM_KINDS}; its `kind` tells which. */
export type StreamedObject = Workspace | WorkspaceTemplate | ClusterAnswer;

/** A workspace that is gone, or that one may no longer see. */
export interface GoneWorkspace {
  /** Never there: what has no `kind` is a workspace. */
  kind?: undefined;
  team: string;
  name: string;
  uid: string;
}

/** The same of an object of another kind. */
export interface GoneOther {
  kind: 'WorkspaceTemplate' | 'TenantCluster';
  /** Left out for a cluster template, which belongs to no team. */
  team?: string;
  name: string;
  uid: string;
}

/** The events of `GET /events` without `kinds`: the name is the SSE event, the value its JSON. */
export interface ButlerEvents<Item = Workspace, Gone = GoneWorkspace> {
  /** Everything that the caller may see; replaces what was known. */
  snapshot: { items: Item[] };
  upsert: Item;
  delete: Gone;
  /** The caller's own rights have changed: read `/me` again. */
  access: Record<string, never>;
  state: CacheState;
}

/** The events of `GET /events?kinds=…`: the items of a snapshot are of all those kinds. */
export type ButlerKindEvents = ButlerEvents<
  StreamedObject,
  GoneWorkspace | GoneOther
>;

/** The name of an SSE event. */
export type ButlerEventName = keyof ButlerEvents;

type Named<Events> = {
  [Name in keyof Events]: { event: Name; data: Events[Name] };
}[keyof Events];

/** One event with its name. */
export type ButlerEvent = Named<ButlerEvents>;
