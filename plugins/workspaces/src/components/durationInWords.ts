import { parseDuration } from '@butler-portal/plugin-butler-common';

const UNITS: [unit: 'day' | 'hour' | 'minute' | 'second', seconds: number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];
const NANOSECONDS = BigInt(1_000_000_000);

/**
 * A Go duration as people say it: `1h30m` reads “1 hour 30 minutes”.
 *
 * @returns undefined for nothing or less, which means never; the text itself when it is no duration
 */
export function durationInWords(
  text: string,
  language: string,
): string | undefined {
  const duration = parseDuration(text);
  if (duration === undefined) return text;
  if (duration <= 0) return undefined;
  let rest = Number(duration / NANOSECONDS);
  const words: string[] = [];
  for (const [unit, seconds] of UNITS) {
    const count = Math.floor(rest / seconds);
    rest -= count * seconds;
    if (count > 0) {
      words.push(
        new Intl.NumberFormat(language, {
          style: 'unit',
          unit,
          unitDisplay: 'long',
        }).format(count),
      );
    }
  }
  // Less than a second is said as it is written.
  if (words.length === 0) return text;
  return new Intl.ListFormat(language, {
    type: 'unit',
    style: 'narrow',
  }).format(words);
}
