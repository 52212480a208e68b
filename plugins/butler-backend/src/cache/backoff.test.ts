import { backoffMs } from './backoff';

describe('the back-off', () => {
  it('doubles from 0.8 s to 30 s', () => {
    const delays = [1, 2, 3, 4, 5, 6, 7, 50].map(failures =>
      backoffMs(failures, 'refused', 0),
    );
    expect(delays).toEqual([800, 1600, 3200, 6400, 12800, 25600, 30000, 30000]);
  });

  it('stays below the two seconds in which a return must be noticed', () => {
    for (const failures of [1, 5, 100]) {
      expect(backoffMs(failures, 'unreachable', 0)).toBeLessThanOrEqual(1500);
    }
  });

  it('takes up to a half off at random', () => {
    expect(backoffMs(1, 'refused', 1)).toBe(400);
    expect(backoffMs(1, 'refused', 0.5)).toBe(600);
  });
});
