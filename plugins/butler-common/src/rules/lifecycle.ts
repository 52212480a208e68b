import { phaseOf, wantsConnection } from '../resources';
import type { Workspace, WorkspacePhase } from '../resources';

/** What can be asked of a workspace that exists. */
export const LIFECYCLE_ACTIONS = [
  'connect',
  'disconnect',
  'start',
  'stop',
  'delete',
] as const;

export type LifecycleAction = (typeof LIFECYCLE_ACTIONS)[number];

/** Everything whose answer depends on the workspace's state. */
export type StateAction =
  | LifecycleAction
  | 'restart'
  | 'edit'
  | 'sync-ssh-keys';

/** Why an action is not possible now. Screens translate it, the backend puts it into English. */
export type LifecycleObstacle =
  | 'deleting'
  | 'failed'
  | 'notRunning'
  | 'notStopped'
  | 'stillStarting';

/**
 * Whether an action can be taken in the workspace's present state: it can (`ready`), there is
 * nothing left to do (`holds`), or something is in its way (`blocked`).
 */
export type Readiness =
  | { state: 'ready' }
  | { state: 'holds' }
  | { state: 'blocked'; obstacle: LifecycleObstacle };

const READY: Readiness = { state: 'ready' };
const HOLDS: Readiness = { state: 'holds' };

function blocked(obstacle: LifecycleObstacle): Readiness {
  return { state: 'blocked', obstacle };
}

const ON_THE_WAY_UP: WorkspacePhase[] = ['Pending', 'Creating', 'Starting'];

function connectReadiness(workspace: Workspace): Readiness {
  const phase = phaseOf(workspace);
  if (ON_THE_WAY_UP.includes(phase)) return blocked('stillStarting');
  if (phase !== 'Running') return blocked('notRunning');
  return wantsConnection(workspace) ? HOLDS : READY;
}

function startReadiness(workspace: Workspace): Readiness {
  const phase = phaseOf(workspace);
  if (phase === 'Running' || ON_THE_WAY_UP.includes(phase)) return HOLDS;
  // A stopped workspace with the annotation is about to become Starting.
  return wantsConnection(workspace) ? HOLDS : READY;
}

function stopReadiness(workspace: Workspace): Readiness {
  const phase = phaseOf(workspace);
  // While it starts, the controller makes the pod anew as soon as it is gone (contract 3.3, 3.1.4).
  if (ON_THE_WAY_UP.includes(phase)) return blocked('stillStarting');
  if (phase === 'Stopped') return wantsConnection(workspace) ? READY : HOLDS;
  return READY;
}

function restartReadiness(workspace: Workspace): Readiness {
  return phaseOf(workspace) === 'Running'
    ? stopReadiness(workspace)
    : startReadiness(workspace);
}

/**
 * Whether the workspace's state lets the action be taken now (contract, section 3). Who may take it
 * is `mayDo`'s business.
 */
export function readinessOf(
  action: StateAction,
  workspace: Workspace,
): Readiness {
  const deleting = Boolean(workspace.metadata.deletionTimestamp);
  const failed = phaseOf(workspace) === 'Failed';
  if (action === 'delete') return deleting ? HOLDS : READY;
  if (deleting) return blocked('deleting');
  if (action === 'disconnect') {
    // The controller does nothing more for a Failed one (contract, 3.1.2).
    const connects =
      wantsConnection(workspace) || Boolean(workspace.status?.connected);
    return connects && !failed ? READY : HOLDS;
  }
  if (failed) return blocked('failed');
  switch (action) {
    case 'connect':
      return connectReadiness(workspace);
    case 'start':
      return startReadiness(workspace);
    case 'restart':
      return restartReadiness(workspace);
    case 'edit':
      return READY;
    case 'sync-ssh-keys':
      // The next start writes them anyway (contract, 3.1.4).
      return phaseOf(workspace) === 'Stopped' ? HOLDS : READY;
    default:
      return stopReadiness(workspace);
  }
}
