import {
  appLanguageApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';

function regionOf(browser: string): string | undefined {
  try {
    return new Intl.Locale(browser).maximize().region;
  } catch {
    // Chromium under the POSIX locale calls itself `en-US@posix`, which is no BCP 47 tag (RangeError).
    return undefined;
  }
}

/**
 * The language of the texts as people write it where the browser is at home: `en` reads `en-GB` for a
 * browser that is set to British English, and `en-DE` for one that is set to German.
 *
 * @param browser - as `navigator.language` says it; left aside where that is no language tag
 */
export function localeFor(language: string, browser: string): string {
  const locale = new Intl.Locale(language);
  const region = regionOf(browser);
  return locale.region || !region
    ? language
    : new Intl.Locale(language, { region }).toString();
}

/**
 * The language that the texts are in, for numbers, dates and durations: so that “2 h ago” does not stand in
 * another one beside them.
 */
export function useLanguage(): string {
  const languageApi = useApiHolder().get(appLanguageApiRef);
  const language = languageApi?.getLanguage().language ?? 'en';
  return localeFor(language, navigator.language);
}
