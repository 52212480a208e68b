/** Why a list or watch has failed, as far as the next try depends on it. */
export type FailureKind =
  /** Refused, cut off, silent: nobody answered. */
  | 'unreachable'
  /** The API server answered with an error. */
  | 'refused';

const BASE_MS = 800;
const CAP_MS = 30_000;
/**
 * A refused connection costs the API server nothing, and people wait for the return, which the list
 * must follow within two seconds. An API server that answers with errors is spared for longer.
 */
const UNREACHABLE_CAP_MS = 1_500;

/**
 * How long to wait before the next try: client-go's 0.8 s, doubling to 30 s, less a random part of
 * up to one half so that the kinds, and the replicas of the Portal, do not come back together.
 *
 * @param failures - how often it has failed in a row, from 1
 * @param random - from 0 to 1
 */
export function backoffMs(
  failures: number,
  kind: FailureKind,
  random: number,
): number {
  const cap = kind === 'unreachable' ? UNREACHABLE_CAP_MS : CAP_MS;
  const full = Math.min(cap, BASE_MS * 2 ** Math.min(failures - 1, 10));
  return Math.round(full * (1 - random / 2));
}
