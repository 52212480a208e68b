import { parseGoDuration } from './duration';

describe('a Go duration', () => {
  it.each([
    ['4h', 14_400_000],
    ['1h30m', 5_400_000],
    ['1h0m0s', 3_600_000],
    ['0', 0],
    ['0s', 0],
    ['1.5s', 1_500],
    ['250ms', 250],
    ['-1m', -60_000],
    ['1d', undefined],
    ['', undefined],
    ['5', undefined],
  ])('%j is %s ms', (text, milliseconds) => {
    expect(parseGoDuration(text)).toBe(milliseconds);
  });
});
