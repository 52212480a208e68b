import { ConflictError } from '@backstage/errors';
import { readinessOf } from '@butler-portal/plugin-butler-common';
import type {
  LifecycleObstacle,
  StateAction,
  Workspace,
} from '@butler-portal/plugin-butler-common';

const WORDS: Record<LifecycleObstacle, string> = {
  deleting: 'The workspace is being deleted.',
  failed:
    'The workspace has failed, and nothing but deleting it helps. Delete it and create another one.',
  notRunning: 'The workspace is not running. Start it first.',
  notStopped: 'The workspace is not stopped. Stop it first.',
  stillStarting:
    'The workspace is still starting. Try again as soon as it is running.',
};

/**
 * Whether there is anything to do for the action; throws a 409 with the reason when the workspace's
 * state is in its way.
 */
export function isNeeded(action: StateAction, workspace: Workspace): boolean {
  const readiness = readinessOf(action, workspace);
  if (readiness.state === 'blocked') {
    throw new ConflictError(WORDS[readiness.obstacle]);
  }
  return readiness.state === 'ready';
}
