import {
  findCondition,
  phaseOf,
  repositoriesOf,
} from '@butler-portal/plugin-butler-common';
import type { Condition, Workspace } from '@butler-portal/plugin-butler-common';

/** The conditions that a workspace goes through, in their order (contract, section 1). */
export type StepType =
  | 'PVCReady'
  | 'RepositoryCloned'
  | 'DotfilesInstalled'
  | 'PodReady'
  | 'SSHReady'
  | 'Ready';

/**
 * How far a step is. `waiting`: nothing is known of it yet; `unreported`: the workspace is ready
 * without this controller ever having told of it.
 */
export type StepState =
  | 'done'
  | 'running'
  | 'failed'
  | 'waiting'
  | 'unreported';

export interface Step {
  type: StepType;
  state: StepState;
  /** RFC 3339, of the last change. */
  at?: string;
  /** What the controller says, such as `Pod phase: Pending`. */
  message?: string;
}

function typesOf({ spec }: Workspace): StepType[] {
  return [
    'PVCReady',
    ...(repositoriesOf(spec).length > 0 ? ['RepositoryCloned' as const] : []),
    ...(spec.dotfiles ? ['DotfilesInstalled' as const] : []),
    'PodReady',
    'SSHReady',
    'Ready',
  ];
}

function isReady({ status }: Workspace): boolean {
  return findCondition(status?.conditions, 'Ready')?.status === 'True';
}

function stateOf(
  condition: Condition | undefined,
  workspace: Workspace,
): StepState {
  if (condition?.status === 'True') return 'done';
  if (condition?.status !== 'False') {
    // Not every version of the controller sets all of them: absent is unknown, not failed.
    return isReady(workspace) ? 'unreported' : 'waiting';
  }
  // A clone that fails leaves the workspace running without the repository (contract 3.4).
  return phaseOf(workspace) === 'Failed' || isReady(workspace)
    ? 'failed'
    : 'running';
}

/** The conditions as a list of steps. */
export function stepsOf(workspace: Workspace): Step[] {
  const conditions = workspace.status?.conditions;
  return typesOf(workspace).map(type => {
    const condition = findCondition(conditions, type);
    const state = stateOf(condition, workspace);
    return {
      type,
      state,
      at: condition?.lastTransitionTime,
      message: state === 'done' ? undefined : condition?.message,
    };
  });
}

/** Whether it is on its way up for the first time: its age is then how long that has taken. */
export function isFirstStart(workspace: Workspace): boolean {
  const phase = phaseOf(workspace);
  return phase === 'Pending' || phase === 'Creating';
}

/** How the steps are shown: not at all, folded away, or open. */
export function displayOf(workspace: Workspace): 'hidden' | 'folded' | 'open' {
  const phase = phaseOf(workspace);
  // What a stopped workspace reports is how it stopped.
  if (workspace.metadata.deletionTimestamp || phase === 'Stopped') {
    return 'hidden';
  }
  const failed = stepsOf(workspace).some(({ state }) => state === 'failed');
  return phase === 'Running' && !failed ? 'folded' : 'open';
}
