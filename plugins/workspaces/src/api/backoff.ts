const FIRST_MS = 500;
const LONGEST_MS = 4_000;

/**
 * How long to wait before trying again: doubling, cut at four seconds, with half of it by chance so
 * that the tabs of a whole office do not come back at the same moment.
 *
 * @param attempt - 0 for the first retry
 * @param random - from 0 to 1
 */
export function backoff(attempt: number, random = Math.random()): number {
  const longest = Math.min(FIRST_MS * 2 ** attempt, LONGEST_MS);
  return longest / 2 + (longest / 2) * random;
}
