import type { Config } from '@backstage/config';

/**
 * The origins that the app is served from, as browsers write them: `app.baseUrl`. Throws when that
 * is no URL.
 */
export function appOrigins(config: Config): string[] {
  const baseUrl = config.getOptionalString('app.baseUrl');
  return baseUrl === undefined ? [] : [new URL(baseUrl).origin];
}

/**
 * Whether an `Origin` header names one of the app's origins, to the letter: browsers write it in one
 * way only (RFC 6454, section 6.1), and whatever is looser lets a look-alike in. A header that is
 * missing or `null` names none; a caller that has to live without one asks first whether it is there.
 */
export function originAllowed(
  origin: string | undefined,
  origins: readonly string[],
): boolean {
  return origin !== undefined && origin !== 'null' && origins.includes(origin);
}
