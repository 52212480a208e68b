import { ApiError } from '../../apiserver/status/apiError';
import { ControllerContext } from '../context';
import { withConditions } from './conditions';
import { Action, Observation, Plan } from './model';
import { perform } from './perform';

const TRY_AGAIN = 5_000;

/** What a workspace says of an action that its tenant cluster's quota refused. */
function refusal(
  observation: Observation,
  action: Action,
  message: string,
): Action {
  const type = action.do === 'ensureVolume' ? 'PVCReady' : 'PodReady';
  const conditions = withConditions(observation, {
    type,
    status: false,
    reason: 'ExceededQuota',
    message,
  });
  return { do: 'setStatus', status: { conditions } };
}

/**
 * Carries out a plan; answers after how many milliseconds to look again. What the tenant cluster forbids becomes a
 * condition and is tried again: others may leave room.
 */
export function carryOut(
  context: ControllerContext,
  observation: Observation,
  plan: Plan,
): number | undefined {
  const { workspace } = observation;
  for (const action of plan.actions) {
    try {
      perform(context, workspace, action);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 403) throw error;
      const told = refusal(observation, action, error.message);
      perform(context, workspace, told);
      return TRY_AGAIN;
    }
  }
  return plan.again;
}
