// To make a format takes a hundred times as long as to use it, and a list of workspaces has one in each row.
function perLanguage<T>(
  make: (language: string) => T,
): (language: string) => T {
  const made = new Map<string, T>();
  return language => {
    const format = made.get(language) ?? make(language);
    made.set(language, format);
    return format;
  };
}

const relative = perLanguage(
  language =>
    new Intl.RelativeTimeFormat(language, {
      style: 'narrow',
      numeric: 'always',
    }),
);
const exact = perLanguage(
  language =>
    new Intl.DateTimeFormat(language, {
      dateStyle: 'medium',
      timeStyle: 'long',
    }),
);

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
  return relative(language).format(Math.trunc(distance / ms), unit);
}

/** The full date and time, in the person's own time zone. */
export function exactTime(at: number, language: string): string {
  return exact(language).format(at);
}

/** The time of day, in the person's own time zone. */
export function timeOfDay(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(at);
}
