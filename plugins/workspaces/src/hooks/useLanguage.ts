import {
  appLanguageApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';

/**
 * The language of the texts as people write it where the browser is at home: `en` reads `en-GB` for a
 * browser that is set to British English, and `en-DE` for one that is set to German.
 *
 * @param browser - BCP 47, as `navigator.language` says it
 */
export function localeFor(language: string, browser: string): string {
  const locale = new Intl.Locale(language);
  const { region } = new Intl.Locale(browser).maximize();
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
