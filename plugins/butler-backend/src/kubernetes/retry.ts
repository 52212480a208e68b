import { isQuotaRace, KubernetesApiError, UnreachableError } from './errors';

/** So often a request is sent at most. */
const MAX_ATTEMPTS = 4;
/** Who is told to wait for longer decides for himself. */
const MAX_WAIT_MS = 5_000;
const CUT_WAIT_MS = 100;
const RACE_WAIT_MS = 100;

/**
 * How long to wait before a failed request is sent again, or undefined when it is not.
 *
 * Only what may be done twice is: the API server may have done it before the connection was cut. What
 * lost a race for a ResourceQuota was not done, whatever it is.
 *
 * @param repeatable - whether doing it twice is the same as once
 * @param attempt - which one has failed, from 1
 * @param leftMs - what is left of the time limit
 * @param random - from 0 to 1
 */
export function retryDelayMs(
  error: unknown,
  repeatable: boolean,
  attempt: number,
  leftMs: number,
  random: number,
): number | undefined {
  if (attempt >= MAX_ATTEMPTS) return undefined;
  let waitMs: number | undefined;
  if (error instanceof KubernetesApiError && isQuotaRace(error)) {
    waitMs = RACE_WAIT_MS * (attempt - random / 2);
  } else if (!repeatable) {
    return undefined;
  } else if (error instanceof UnreachableError && error.cut) {
    waitMs = CUT_WAIT_MS * (attempt - random / 2);
  } else if (error instanceof KubernetesApiError) {
    // 429, and 5xx with Retry-After: priority and fairness, or an API server that is ending.
    // https://kubernetes.io/docs/concepts/cluster-administration/flow-control/
    const { status, retryAfterSeconds } = error;
    const asksToWait = status === 429 || status >= 500;
    if (asksToWait && retryAfterSeconds) waitMs = retryAfterSeconds * 1_000;
  }
  if (waitMs === undefined || waitMs > Math.min(leftMs, MAX_WAIT_MS)) {
    return undefined;
  }
  return waitMs;
}
