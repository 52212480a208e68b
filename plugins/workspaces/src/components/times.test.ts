import { exactTime, relativeTime } from './times';

const NOW = Date.parse('2026-01-05T12:00:00Z');
const MINUTE = 60_000;

describe('relativeTime', () => {
  it.each([
    [-3 * 60 * MINUTE, /^3\s?h.* ago$/],
    [-119 * MINUTE, /^1\s?h.* ago$/],
    [-59 * MINUTE, /^59\s?m.* ago$/],
    [2 * 60 * MINUTE, /^in 2\s?h/],
    [-3 * 24 * 60 * MINUTE, /^3\s?d.* ago$/],
    [-400 * 24 * 60 * MINUTE, /^1\s?y.* ago$/],
  ])('rounds %d ms down to the largest unit that fits', (distance, text) => {
    expect(relativeTime(NOW + distance, NOW, 'en')).toMatch(text);
  });

  it('speaks the language of the texts around it', () => {
    expect(relativeTime(NOW - 3 * 60 * MINUTE, NOW, 'de')).toMatch(/^vor 3/);
  });
});

describe('exactTime', () => {
  it('has its month and its order in the language of the texts', () => {
    expect(exactTime(NOW, 'de')).toMatch(/^05\.01\.2026/);
    expect(exactTime(NOW, 'fr')).toMatch(/^5 janv\. 2026/);
  });
});
