import { backoffMs } from './backoff';
import type { FailureKind } from './backoff';

/** Where one kind's list+watch stands. The loop around it does the I/O. */
export interface FollowState {
  /** What to do next: list everything, or watch from where the store is. */
  step: 'list' | 'watch';
  /** Failures in a row. */
  failures: number;
  /** Lists in a row that no watch could go on from. */
  expirations: number;
  /** How long to wait before the step. */
  delayMs: number;
  /** Whether the store follows the API server. */
  following: boolean;
}

/** How a step has come out. */
export type Outcome =
  | { type: 'listed' }
  /** The API server has agreed to the watch. */
  | { type: 'opened' }
  /** The API server has ended the watch, as it does after `timeoutSeconds`. */
  | { type: 'ended'; livedMs: number }
  /** 410: the history does not reach back that far. */
  | { type: 'expired'; livedMs?: number }
  /** Nothing was heard for longer than bookmarks come apart. */
  | { type: 'stalled' }
  | {
      type: 'failed';
      kind: FailureKind;
      livedMs?: number;
      retryAfterSeconds?: number;
    };

/** Before anything is known. */
export const INITIAL_STATE: FollowState = {
  step: 'list',
  failures: 0,
  expirations: 0,
  delayMs: 0,
  following: false,
};

/** When nothing is wrong. */
const WATCHING: FollowState = {
  ...INITIAL_STATE,
  step: 'watch',
  following: true,
};

/**
 * A watch that has lived this long has worked: its end begins a new row of failures, or none. One
 * that ends sooner was not served; to open the next at once would be a busy loop.
 */
const PROVEN_MS = 1_000;
const MAX_RETRY_AFTER_SECONDS = 60;

function isProven({ livedMs = 0 }: { livedMs?: number }): boolean {
  return livedMs >= PROVEN_MS;
}

/**
 * The state machine of client-go's reflector: list, watch from there, resume where the watch broke
 * off, list again only when the API server says that it must be (410).
 *
 * @param random - from 0 to 1
 */
export function nextState(
  state: FollowState,
  outcome: Outcome,
  random: number,
): FollowState {
  switch (outcome.type) {
    case 'listed':
      // What has just been read is as fresh as what a watch would tell. Should no watch open, its
      // failure or the stall deadline says so.
      return { ...WATCHING, expirations: state.expirations };
    case 'opened':
      return { ...state, following: true, delayMs: 0 };
    case 'ended': {
      if (isProven(outcome)) {
        return WATCHING;
      }
      const failures = state.failures + 1;
      const delayMs = backoffMs(failures, 'refused', random);
      return { ...state, step: 'watch', failures, delayMs, following: false };
    }
    case 'stalled':
      return { ...INITIAL_STATE, step: 'watch' };
    case 'expired': {
      const before = isProven(outcome) ? 0 : state.expirations;
      const expirations = before + 1;
      // The first is nobody's fault. An API server that says it again is spared, but not for long: it
      // answers lists, and until the next one nobody sees a change.
      const delayMs =
        expirations > 1 ? backoffMs(expirations - 1, 'unreachable', random) : 0;
      return { ...INITIAL_STATE, expirations, delayMs };
    }
    default: {
      const proven = isProven(outcome);
      const failures = proven ? 1 : state.failures + 1;
      const expirations = proven ? 0 : state.expirations;
      const asked = Math.min(
        outcome.retryAfterSeconds ?? 0,
        MAX_RETRY_AFTER_SECONDS,
      );
      const delayMs = Math.max(
        asked * 1000,
        backoffMs(failures, outcome.kind, random),
      );
      const { step } = state;
      return { step, failures, expirations, delayMs, following: false };
    }
  }
}
