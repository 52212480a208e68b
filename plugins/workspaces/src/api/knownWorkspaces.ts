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

function afterSnapshot(known: ByKey, { items }: ButlerEvents['snapshot']) {
  return new Map(
    items.map(item => {
      const key = keyOfWorkspace(item);
      return [key, keepSame(known.get(key), item)];
    }),
  );
}

function afterUpsert(known: ByKey, item: Workspace): ByKey {
  const key = keyOfWorkspace(item);
  const before = known.get(key);
  const next = keepSame(before, item);
  return next === before ? known : new Map(known).set(key, next);
}

function afterDelete(
  known: ByKey,
  { team, name, uid }: ButlerEvents['delete'],
): ByKey {
  const key = keyOf(team, name);
  // A namesake that was created since stays.
  if (known.get(key)?.metadata.uid !== uid) return known;
  const next = new Map(known);
  next.delete(key);
  return next;
}

/**
 * Applies an event. The order of the server is authoritative: resource versions are opaque and are
 * not compared.
 */
export function applyEvent(
  known: KnownWorkspaces,
  event: StreamEvent,
): KnownWorkspaces {
  switch (event.event) {
    case 'opened':
      // Whether the backend is stale is told anew on every stream.
      return { ...known, clusterStaleSince: undefined };
    case 'snapshot':
      return {
        ...known,
        byKey: afterSnapshot(known.byKey, event.data),
        complete: true,
      };
    case 'upsert':
      return { ...known, byKey: afterUpsert(known.byKey, event.data) };
    case 'delete':
      return { ...known, byKey: afterDelete(known.byKey, event.data) };
    case 'access':
      return { ...known, accessVersion: known.accessVersion + 1 };
    case 'state': {
      const { state, since } = event.data;
      return {
        ...known,
        clusterStaleSince:
          state === 'stale' ? since ?? new Date().toISOString() : undefined,
      };
    }
    default:
      // A newer backend may tell more than this Portal understands.
      return known;
  }
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
