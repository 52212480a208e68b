import type { Workspace } from '@butler-portal/plugin-butler-common';
import type { ButlerError } from './ButlerError';

/** What is known of the workspaces at one moment. Immutable: a change makes a new one. */
export interface WorkspacesState {
  /** `loading` until the first snapshot; `error` only when there has never been one. */
  status: 'loading' | 'ready' | 'error';
  /** Sorted by name, then team. */
  workspaces: readonly Workspace[];
  /**
   * Set while the list is not live: RFC 3339, since when. `portal`: the browser has lost the
   * backend; `cluster`: the backend has lost the management cluster.
   */
  stale?: { since: string; lost: 'portal' | 'cluster' };
  /** Why the stream could not be opened. */
  error?: ButlerError;
  /** Counts the changes of the caller's own rights; who shows `/me` reads it again then. */
  accessVersion: number;
}

/** A store after React's `useSyncExternalStore`: the stream is open while somebody is subscribed. */
export interface WorkspaceStore {
  getState(): WorkspacesState;
  subscribe(listener: () => void): () => void;
  /** Opens the stream again at once instead of after the back-off. */
  retry(): void;
}
