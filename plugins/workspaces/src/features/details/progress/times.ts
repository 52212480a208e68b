/** The time of day to the second, in the person's own time zone. */
export function timeWithSeconds(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(at);
}
