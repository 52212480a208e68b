import { readinessOf, teamOf } from '@butler-portal/plugin-butler-common';
import type {
  LifecycleAction,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import { ButlerError } from '../api';
import type { ButlerApi, WorkspaceKey } from '../api';
import { errorFromFailure } from '../api/errors';
import { ExternalStore } from './ExternalStore';

/** An action that the backend has refused or that has failed. */
export interface FailedAction {
  uid: string;
  team: string;
  name: string;
  action: LifecycleAction;
  error: ButlerError;
}

interface Pending {
  action: LifecycleAction;
  /** Set once the backend has said yes. */
  accepted: boolean;
}

/** What is under way. */
export interface ActionState {
  /** By uid of the workspace. */
  pending: ReadonlyMap<string, Pending>;
  failed?: FailedAction;
}

// An accepted action whose effect has not shown by then is no longer marked: whatever holds it up,
// the phase and the conditions tell it better.
const EFFECT_MS = 30_000;

function uidOf(workspace: Workspace): string {
  return (
    workspace.metadata.uid ?? `${teamOf(workspace)}/${workspace.metadata.name}`
  );
}

/** The action that is under way for the workspace. */
export function pendingIn(
  pending: ActionState['pending'],
  workspace: Workspace,
): LifecycleAction | undefined {
  return pending.get(uidOf(workspace))?.action;
}

/** Sends lifecycle actions and remembers which are under way until the store shows their effect. */
export class ActionTracker {
  private readonly store = new ExternalStore<ActionState>(
    { pending: new Map() },
    () => this.api.workspaces.subscribe(() => this.settle()),
  );
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly api: ButlerApi) {}

  get = this.store.get;
  subscribe = this.store.subscribe;

  clearError = (): void => {
    this.store.set({ ...this.store.get(), failed: undefined });
  };

  act = async (
    workspace: Workspace,
    action: LifecycleAction,
  ): Promise<boolean> => {
    const uid = uidOf(workspace);
    const key = { team: teamOf(workspace), name: workspace.metadata.name };
    if (this.store.get().pending.has(uid)) return false;
    this.store.set({
      pending: new Map(this.store.get().pending).set(uid, {
        action,
        accepted: false,
      }),
    });
    try {
      if (action === 'delete') await this.delete(key, uid);
      else await this.api.act(key, action);
      this.accept(uid);
      return true;
    } catch (failure) {
      const error = errorFromFailure(failure);
      this.drop([uid], { uid, ...key, action, error });
      this.settle();
      return false;
    }
  };

  private async delete(key: WorkspaceKey, uid: string): Promise<void> {
    try {
      await this.api.deleteWorkspace(key, uid);
    } catch (failure) {
      // Somebody else was quicker, or an earlier try whose answer was lost.
      const gone = failure instanceof ButlerError && failure.status === 404;
      if (!gone) throw failure;
    }
  }

  private accept(uid: string): void {
    const pending = this.store.get().pending.get(uid);
    if (!pending) return;
    this.store.set({
      ...this.store.get(),
      pending: new Map(this.store.get().pending).set(uid, {
        ...pending,
        accepted: true,
      }),
    });
    this.timers.set(
      uid,
      setTimeout(() => this.drop([uid]), EFFECT_MS),
    );
    this.settle();
  }

  private settle(): void {
    const { pending, failed } = this.store.get();
    if (pending.size === 0 && !failed) return;
    const { workspaces, status } = this.api.workspaces.getState();
    if (status !== 'ready') return;
    const byUid = new Map(workspaces.map(item => [uidOf(item), item]));
    const shows = (uid: string, action: LifecycleAction) => {
      const now = byUid.get(uid);
      return !now || readinessOf(action, now).state !== 'ready';
    };
    const settled = [...pending].filter(
      ([uid, { action, accepted }]) =>
        // Before the backend has said yes, an effect that shows may be somebody else's doing.
        accepted && shows(uid, action),
    );
    if (settled.length > 0) this.drop(settled.map(([uid]) => uid));
    // Whether it was this try or another: what was wanted is there.
    if (failed?.error.leavesOpen && shows(failed.uid, failed.action)) {
      this.clearError();
    }
  }

  private drop(uids: string[], failed?: FailedAction): void {
    const pending = new Map(this.store.get().pending);
    for (const uid of uids) {
      pending.delete(uid);
      clearTimeout(this.timers.get(uid));
      this.timers.delete(uid);
    }
    this.store.set({ pending, failed: failed ?? this.store.get().failed });
  }
}
