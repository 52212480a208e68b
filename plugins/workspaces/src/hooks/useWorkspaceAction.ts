import { useCallback, useSyncExternalStore } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  LifecycleAction,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import { butlerApiRef } from '../api';
import { ActionTracker, pendingIn } from './ActionTracker';
import type { FailedAction } from './ActionTracker';
import { perApi } from './perApi';

/** Lifecycle actions for screens. What is under way is known to the whole app. */
export interface WorkspaceActions {
  /** @returns whether the backend has accepted it; a refusal is kept in `error` */
  act(workspace: Workspace, action: LifecycleAction): Promise<boolean>;
  /**
   * The action that is under way: asked for, and its effect does not show yet. Another function once what is
   * under way has changed.
   */
  pending(workspace: Workspace): LifecycleAction | undefined;
  /** The last failure, until it is dismissed or another action begins. */
  error?: FailedAction;
  clearError(): void;
}

const trackerOf = perApi(api => new ActionTracker(api));

/** Connects, disconnects, starts, stops and deletes workspaces. */
export function useWorkspaceAction(): WorkspaceActions {
  const tracker = trackerOf(useApi(butlerApiRef));
  const { pending, failed } = useSyncExternalStore(
    tracker.subscribe,
    tracker.get,
  );
  return {
    act: tracker.act,
    pending: useCallback(
      (workspace: Workspace) => pendingIn(pending, workspace),
      [pending],
    ),
    error: failed,
    clearError: tracker.clearError,
  };
}
