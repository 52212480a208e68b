/** The time of day to the second, in the person's own time zone and locale. */
export function timeWithSeconds(at: number): string {
  return new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' }).format(at);
}
