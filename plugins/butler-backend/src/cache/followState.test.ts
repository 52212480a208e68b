import { INITIAL_STATE, nextState } from './followState';
import type { FollowState, Outcome } from './followState';

function after(...outcomes: Outcome[]): FollowState {
  return outcomes.reduce(
    (state, outcome) => nextState(state, outcome, 0),
    INITIAL_STATE,
  );
}

const listed: Outcome = { type: 'listed' };
const opened: Outcome = { type: 'opened' };
const expired: Outcome = { type: 'expired' };
const unreachable: Outcome = { type: 'failed', kind: 'unreachable' };
const refused: Outcome = { type: 'failed', kind: 'refused' };

describe('following a kind', () => {
  it('begins with a list, and follows as soon as that is there', () => {
    expect(INITIAL_STATE).toMatchObject({ step: 'list', following: false });
    expect(after(listed)).toMatchObject({ step: 'watch', following: true });
    expect(after(listed, opened)).toMatchObject({
      step: 'watch',
      following: true,
    });
  });

  it('does not follow when no watch opens after the list', () => {
    expect(after(listed, refused).following).toBe(false);
    expect(after(listed, unreachable).following).toBe(false);
    expect(after(listed, { type: 'stalled' }).following).toBe(false);
  });

  it('resumes at once, without a list, when a watch has reached its end', () => {
    expect(after(listed, opened, { type: 'ended', livedMs: 300_000 })).toEqual({
      step: 'watch',
      failures: 0,
      expirations: 0,
      delayMs: 0,
      following: true,
    });
  });

  it('does not loop over watches that end at once', () => {
    const end: Outcome = { type: 'ended', livedMs: 5 };
    expect(after(listed, opened, end, opened, end)).toMatchObject({
      step: 'watch',
      delayMs: 1600,
      following: false,
    });
  });

  it('resumes without a list after refused connections and too many requests', () => {
    expect(after(listed, opened, unreachable, unreachable)).toMatchObject({
      step: 'watch',
      delayMs: 1500,
      following: false,
    });
    expect(
      after(listed, { type: 'failed', kind: 'refused', retryAfterSeconds: 7 }),
    ).toMatchObject({ step: 'watch', delayMs: 7000 });
  });

  it('lists again after 410, the first time at once', () => {
    expect(after(listed, opened, expired)).toMatchObject({
      step: 'list',
      delayMs: 0,
      following: false,
    });
    expect(after(listed, expired, listed, expired).delayMs).toBe(800);
  });

  it('lists again at once after 410, whatever failed before and was over', () => {
    const cut: Outcome = { ...unreachable, livedMs: 1_500 };
    expect(
      after(listed, opened, cut, opened, expired, listed, opened, cut, expired)
        .delayMs,
    ).toBe(0);
  });

  it('begins to count anew after a list', () => {
    expect(after(refused, refused, refused, listed, refused).delayMs).toBe(800);
  });

  it('tries the list again when the list fails', () => {
    expect(after(refused, refused)).toMatchObject({
      step: 'list',
      delayMs: 1600,
    });
  });

  it('keeps backing off when watches open and break at once', () => {
    expect(after(listed, opened, refused, opened, refused).failures).toBe(2);
  });

  it('begins to count anew after a watch that has worked, if only for a second', () => {
    const cut: Outcome = { ...unreachable, livedMs: 1_000 };
    expect(after(listed, refused, refused, opened, cut)).toMatchObject({
      failures: 1,
      delayMs: 800,
    });
  });

  it('reconnects at once after a stall', () => {
    expect(after(listed, opened, { type: 'stalled' })).toMatchObject({
      step: 'watch',
      delayMs: 0,
      following: false,
    });
  });

  it('does not wait for longer than a minute because it was told to', () => {
    expect(
      after({ type: 'failed', kind: 'refused', retryAfterSeconds: 1e9 })
        .delayMs,
    ).toBe(60_000);
  });
});
