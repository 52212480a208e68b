import { timestamp } from '../../apiserver/rest/metadata';
import { Condition, Observation } from './model';

/** The conditions of a workspace, in the order in which a start reaches them. */
export type ConditionType =
  | 'PVCReady'
  | 'PodReady'
  | 'RepositoryCloned'
  | 'DotfilesInstalled'
  | 'SSHReady'
  | 'Ready';

/** A condition to be set. */
export interface ConditionUpdate {
  type: ConditionType;
  status: boolean;
  reason: string;
  message: string;
}

/** Finds a condition. */
export function findCondition(
  { workspace }: Observation,
  type: ConditionType,
): Condition | undefined {
  return workspace.status?.conditions?.find(
    condition => condition.type === type,
  );
}

/** Whether a condition is True. */
export function isTrue(observation: Observation, type: ConditionType): boolean {
  return findCondition(observation, type)?.status === 'True';
}

/** The list of conditions with some of them set; the time of transition changes with the status only. */
export function withConditions(
  observation: Observation,
  ...updates: ConditionUpdate[]
): Condition[] {
  const { workspace, now } = observation;
  const result = [...(workspace.status?.conditions ?? [])];
  for (const update of updates) {
    const status = update.status ? 'True' : 'False';
    const index = result.findIndex(condition => condition.type === update.type);
    const previous = result[index];
    const next: Condition = {
      type: update.type,
      status,
      reason: update.reason,
      message: update.message,
      lastTransitionTime:
        previous?.status === status
          ? previous.lastTransitionTime
          : timestamp(now),
      observedGeneration: workspace.metadata.generation ?? 1,
    };
    if (index < 0) result.push(next);
    else result[index] = next;
  }
  return result;
}
