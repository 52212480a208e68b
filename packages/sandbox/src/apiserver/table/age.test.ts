import { humanDuration } from './age';

describe('an age as kubectl prints it', () => {
  const MINUTE = 60_000;
  const HOUR = 60 * MINUTE;
  const DAY = 24 * HOUR;

  it.each([
    [0, '0s'],
    [119_000, '119s'],
    [2 * MINUTE, '2m'],
    [5 * MINUTE + 7_000, '5m7s'],
    [179 * MINUTE, '179m'],
    [3 * HOUR + 5 * MINUTE, '3h5m'],
    [30 * HOUR, '30h'],
    [2 * DAY + 3 * HOUR, '2d3h'],
    [100 * DAY, '100d'],
    [3 * 365 * DAY, '3y'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(humanDuration(milliseconds)).toBe(text);
  });
});
