import { findCondition, phaseOf, repositoriesOf } from '../resources';
import type { Condition, Workspace, WorkspacePhase } from '../resources';

/** What a workspace goes through until one can connect to it, in this order. */
export const PROVISIONING_STEPS = [
  'volume',
  'pod',
  'clone',
  'dotfiles',
  'ssh',
  'ready',
] as const;

export type ProvisioningStepId = (typeof PROVISIONING_STEPS)[number];

/** `unknown`: this version of the controller does not tell. */
export type ProvisioningState =
  | 'done'
  | 'active'
  | 'waiting'
  | 'failed'
  | 'unknown';

export interface ProvisioningStep {
  id: ProvisioningStepId;
  state: ProvisioningState;
  /** Kubernetes' words for where it stands. */
  reason?: string;
  message?: string;
  /** RFC 3339: since when it is so. */
  since?: string;
}

// Contract, section 1. Not every controller sets all of them.
const CONDITIONS: Record<ProvisioningStepId, string> = {
  volume: 'PVCReady',
  pod: 'PodReady',
  clone: 'RepositoryCloned',
  dotfiles: 'DotfilesInstalled',
  ssh: 'SSHReady',
  ready: 'Ready',
};

/** Their failure leaves the workspace running (contract, 3.4), so that it runs says nothing about them. */
const OPTIONAL: readonly ProvisioningStepId[] = ['clone', 'dotfiles'];
const ON_THE_WAY_UP: WorkspacePhase[] = ['Pending', 'Creating', 'Starting'];

function stepsOf({ spec }: Workspace): ProvisioningStepId[] {
  return PROVISIONING_STEPS.filter(id => {
    if (id === 'clone') return repositoriesOf(spec).length > 0;
    return id !== 'dotfiles' || spec.dotfiles !== undefined;
  });
}

/** What is known of a step without looking at the others. */
function ownState(
  id: ProvisioningStepId,
  condition: Condition | undefined,
  phase: WorkspacePhase,
): ProvisioningState | undefined {
  const optional = OPTIONAL.includes(id);
  // After a stop the conditions tell of the pod that is gone; the volume stays (contract, 3.3).
  if (phase === 'Stopped' && id !== 'volume') return 'waiting';
  if (condition?.status === 'True') return 'done';
  if (condition?.status === 'False' && optional && phase === 'Running') {
    return 'failed';
  }
  if (phase === 'Running') return optional ? 'unknown' : 'done';
  return undefined;
}

/**
 * How far a workspace has come, from its conditions and phase. The first step that is not done is the
 * one that it is at: active on the way up, failed when the workspace has.
 */
export function provisioningSteps(workspace: Workspace): ProvisioningStep[] {
  const phase = phaseOf(workspace);
  const ids = stepsOf(workspace);
  const conditionOf = (id: ProvisioningStepId) =>
    findCondition(workspace.status?.conditions, CONDITIONS[id]);
  const lastDone = Math.max(
    ...ids.map((id, at) => (conditionOf(id)?.status === 'True' ? at : -1)),
  );
  let reached = false;
  return ids.map((id, at) => {
    const condition = conditionOf(id);
    let state = ownState(id, condition, phase);
    if (state === undefined && at < lastDone) {
      state = OPTIONAL.includes(id) ? 'unknown' : 'done';
    }
    if (state === undefined) {
      const here = phase === 'Failed' ? 'failed' : 'active';
      const moves = phase === 'Failed' || ON_THE_WAY_UP.includes(phase);
      state = reached || !moves ? 'waiting' : here;
      reached = true;
    }
    return {
      id,
      state,
      reason: condition?.reason,
      message: condition?.message,
      since: condition?.lastTransitionTime,
    };
  });
}
