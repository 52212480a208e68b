const UNITS: [unit: Intl.RelativeTimeFormatUnit, ms: number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** “3h ago”, “in 2h”: the largest unit that fits, rounded down. */
export function relativeTime(
  at: number,
  now: number,
  language: string,
): string {
  const distance = at - now;
  const [unit, ms] =
    UNITS.find(([, size]) => Math.abs(distance) >= size) ??
    UNITS[UNITS.length - 1];
  return new Intl.RelativeTimeFormat(language, {
    style: 'narrow',
    numeric: 'always',
  }).format(Math.trunc(distance / ms), unit);
}

/** The full date and time, in the person's own time zone. */
export function exactTime(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'long',
  }).format(at);
}

/** The time of day, in the person's own time zone. */
export function timeOfDay(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(at);
}
