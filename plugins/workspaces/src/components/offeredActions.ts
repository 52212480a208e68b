import {
  LIFECYCLE_ACTIONS,
  mayDo,
  readinessOf,
  teamOf,
} from '@butler-portal/plugin-butler-common';
import type {
  LifecycleAction,
  LifecycleObstacle,
  Principal,
  Workspace,
} from '@butler-portal/plugin-butler-common';

/** An action that the screen shows; with an obstacle it is shown disabled, with the reason. */
export interface OfferedAction {
  action: LifecycleAction;
  obstacle?: LifecycleObstacle;
}

/**
 * What a screen offers this person for this workspace. What they can never do is absent, and so is
 * what holds already; what cannot be done now is there with its obstacle.
 */
export function offeredActions(
  principal: Principal,
  workspace: Workspace,
): OfferedAction[] {
  const facts = { team: teamOf(workspace), owner: workspace.spec.owner };
  return LIFECYCLE_ACTIONS.flatMap(action => {
    if (!mayDo(principal, `workspace.${action}`, facts)) return [];
    const readiness = readinessOf(action, workspace);
    if (readiness.state === 'holds') return [];
    if (readiness.state === 'ready') return [{ action }];
    return [{ action, obstacle: readiness.obstacle }];
  });
}
