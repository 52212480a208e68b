import { backoff } from './backoff';

describe('backoff', () => {
  it('doubles and stops at four seconds', () => {
    const longest = [0, 1, 2, 3, 4, 30].map(attempt => backoff(attempt, 1));
    expect(longest).toEqual([500, 1000, 2000, 4000, 4000, 4000]);
  });

  it('leaves half of it to chance', () => {
    expect(backoff(3, 0)).toBe(2000);
    expect(backoff(3, 0.5)).toBe(3000);
  });
});
