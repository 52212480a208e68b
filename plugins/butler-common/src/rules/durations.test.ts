import { parseDuration } from './durations';

const SECOND = BigInt(1_000_000_000);

describe('durations', () => {
  it.each<[string, bigint]>([
    ['0', BigInt(0)],
    ['0s', BigInt(0)],
    ['8h', BigInt(28_800) * SECOND],
    ['1h0m0s', BigInt(3_600) * SECOND],
    ['1h30m', BigInt(5_400) * SECOND],
    ['1.5h', BigInt(5_400) * SECOND],
    ['.5s', SECOND / BigInt(2)],
    ['1.s', SECOND],
    ['100ms', SECOND / BigInt(10)],
    ['1us', BigInt(1_000)],
    ['1µs', BigInt(1_000)],
    ['1μs', BigInt(1_000)],
    ['7ns', BigInt(7)],
    ['-1m', BigInt(-60) * SECOND],
    ['+1m', BigInt(60) * SECOND],
    ['1m1m', BigInt(120) * SECOND],
  ])('%j is read as Go does', (text, value) => {
    expect(parseDuration(text)).toBe(value);
  });

  it('compares by value, since the server writes back its own spelling', () => {
    expect(parseDuration('60m')).toBe(parseDuration('1h0m0s'));
  });

  it.each([
    '',
    '+',
    '1',
    '1d',
    '1 h',
    'h',
    '.h',
    '1h ',
    '--1h',
    '1H',
    '9999999999h',
    '1h\n',
    '1s'.repeat(40),
  ])('%j is no duration', text => expect(parseDuration(text)).toBeUndefined());
});
