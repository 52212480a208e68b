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

/**
 * Whether a step's condition tells of the pod that is there or comes. When a pod goes, conditions may stay as
 * they were (contract, section 3.1): after that they say nothing until the new pod runs.
 */
function tellsOfThisPod(
  id: ProvisioningStepId,
  phase: WorkspacePhase,
  isTrue: (id: ProvisioningStepId) => boolean,
): boolean {
  if (id === 'volume') return true;
  if (phase === 'Stopped') return false;
  if (phase !== 'Starting') return true;
  // Ready becomes True with the phase Running: until then it is from the pod before.
  if (isTrue('ready')) return false;
  return id === 'pod' || isTrue('pod');
}

/** What became of a step that the workspace has behind it; undefined when it has not. */
function outcome(
  id: ProvisioningStepId,
  condition: Condition | undefined,
  phase: WorkspacePhase,
  isBeforeDone: boolean,
): ProvisioningState | undefined {
  if (condition?.status === 'True') return 'done';
  const denied = condition?.status === 'False';
  if (phase !== 'Running' && !isBeforeDone) return undefined;
  if (OPTIONAL.includes(id)) return denied ? 'failed' : 'unknown';
  return phase === 'Running' || !denied ? 'done' : undefined;
}

/**
 * How far a workspace has come, from its conditions and phase. The first step that is not done is the
 * one that it is at: active on the way up, failed when the workspace has.
 */
export function provisioningSteps(workspace: Workspace): ProvisioningStep[] {
  const phase = phaseOf(workspace);
  const ids = stepsOf(workspace);
  const find = (id: ProvisioningStepId) =>
    findCondition(workspace.status?.conditions, CONDITIONS[id]);
  const isTrue = (id: ProvisioningStepId) => find(id)?.status === 'True';
  const conditions = ids.map(id =>
    tellsOfThisPod(id, phase, isTrue) ? find(id) : undefined,
  );
  const lastDone = conditions.map(item => item?.status).lastIndexOf('True');
  let reached = false;
  return ids.map((id, at) => {
    const condition = conditions[at];
    let state = outcome(id, condition, phase, at < lastDone);
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
