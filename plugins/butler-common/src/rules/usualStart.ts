import { findCondition } from '../resources';
import type { Workspace } from '../resources';

// Later than this it was started anew, or something was in its way.
const LONGEST_SECONDS = 30 * 60;
const LEAST_SAMPLES = 3;

function startSeconds({ metadata, status }: Workspace): number {
  const ready = findCondition(status?.conditions, 'Ready');
  if (ready?.status !== 'True') return NaN;
  const since = Date.parse(metadata.creationTimestamp ?? '');
  return (Date.parse(ready.lastTransitionTime ?? '') - since) / 1000;
}

/**
 * How long a first start usually takes on a cluster: the median over its workspaces.
 *
 * @returns seconds; undefined when too few have been started there to say
 */
export function usualStart(workspaces: Workspace[]): number | undefined {
  const times = workspaces
    .map(startSeconds)
    .filter(seconds => seconds > 0 && seconds <= LONGEST_SECONDS)
    .sort((one, other) => one - other);
  if (times.length < LEAST_SAMPLES) return undefined;
  return Math.round(times[Math.floor(times.length / 2)]);
}
