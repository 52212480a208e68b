import { teamOf } from '@butler-portal/plugin-butler-common';
import type {
  ButlerEvent,
  ButlerEvents,
  Workspace,
} from '@butler-portal/plugin-butler-common';

/** What the events so far say. Immutable; `byKey` keeps its identity while no workspace changes. */
export interface KnownWorkspaces {
  byKey: ReadonlyMap<string, Workspace>;
  /** Set while the backend has lost the management cluster: RFC 3339. */
  clusterStaleSince?: string;
  accessVersion: number;
  /** Whether there has been a snapshot. */
  complete: boolean;
}

/** An event of the stream, or that the stream has been opened anew. */
export type StreamEvent = ButlerEvent | { event: 'opened' };

/** What is known before the first event. */
export const NOTHING_KNOWN: KnownWorkspaces = {
  byKey: new Map(),
  accessVersion: 0,
  complete: false,
};

type ByKey = ReadonlyMap<string, Workspace>;

function keyOf(team: string, name: string): string {
  return `${team}/${name}`;
}

function keyOfWorkspace(workspace: Workspace): string {
  return keyOf(teamOf(workspace), workspace.metadata.name);
}

// The object that is known already stays when it is the same one, so that nothing is drawn again.
function keepSame(known: Workspace | undefined, next: Workspace): Workspace {
  if (!known?.metadata.resourceVersion) return next;
  const same =
    known.metadata.uid === next.metadata.uid &&
    known.metadata.resourceVersion === next.metadata.resourceVersion;
  return same ? known : next;
}

/** What is known, while a batch is applied: the map is copied once, at the first change. */
class Draft {
  private copy?: Map<string, Workspace>;
  clusterStaleSince: string | undefined;
  accessVersion: number;
  complete: boolean;

  constructor(private readonly before: KnownWorkspaces) {
    this.clusterStaleSince = before.clusterStaleSince;
    this.accessVersion = before.accessVersion;
    this.complete = before.complete;
  }

  replaceAll(items: Workspace[]): void {
    const known = this.byKey;
    this.copy = new Map(
      items.map(item => {
        const key = keyOfWorkspace(item);
        return [key, keepSame(known.get(key), item)];
      }),
    );
    // A second snapshot comes where the stream could not go on: rights may have changed meanwhile.
    if (this.complete) this.accessVersion += 1;
    this.complete = true;
  }

  put(item: Workspace): void {
    const key = keyOfWorkspace(item);
    const before = this.byKey.get(key);
    const next = keepSame(before, item);
    if (next !== before) this.writable().set(key, next);
  }

  remove({ team, name, uid }: ButlerEvents['delete']): void {
    const key = keyOf(team, name);
    // A namesake that was created since stays.
    if (this.byKey.get(key)?.metadata.uid === uid) this.writable().delete(key);
  }

  done(): KnownWorkspaces {
    const { byKey, clusterStaleSince, accessVersion, complete } = this;
    return { byKey, clusterStaleSince, accessVersion, complete };
  }

  private get byKey(): ByKey {
    return this.copy ?? this.before.byKey;
  }

  private writable(): Map<string, Workspace> {
    this.copy ??= new Map(this.before.byKey);
    return this.copy;
  }
}

function apply(draft: Draft, event: StreamEvent): void {
  switch (event.event) {
    case 'opened':
      // Whether the backend is stale is told anew on every stream.
      draft.clusterStaleSince = undefined;
      break;
    case 'snapshot':
      draft.replaceAll(event.data.items);
      break;
    case 'upsert':
      draft.put(event.data);
      break;
    case 'delete':
      draft.remove(event.data);
      break;
    case 'access':
      draft.accessVersion += 1;
      break;
    case 'state':
      draft.clusterStaleSince =
        event.data.state === 'stale'
          ? event.data.since ?? new Date().toISOString()
          : undefined;
      break;
    default:
    // A newer backend may tell more than this Portal understands.
  }
}

/**
 * Applies a batch of events. The order of the server is authoritative: resource versions are opaque
 * and are not compared.
 */
export function applyEvents(
  known: KnownWorkspaces,
  events: readonly StreamEvent[],
): KnownWorkspaces {
  const draft = new Draft(known);
  events.forEach(event => apply(draft, event));
  return draft.done();
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** By name, then team. Both are lower-case ASCII, so code points sort them as people do. */
export function sortedWorkspaces(byKey: ByKey): Workspace[] {
  return [...byKey.values()].sort(
    (one, other) =>
      compare(one.metadata.name, other.metadata.name) ||
      compare(teamOf(one), teamOf(other)),
  );
}
