import { localeFor } from './useLanguage';

it.each([
  ['en', 'en-GB', 'en-GB'],
  ['en', 'de-AT', 'en-AT'],
  ['en', 'de', 'en-DE'],
  ['de', 'en-US', 'de-US'],
  ['pt-BR', 'pt-PT', 'pt-BR'],
  ['zh-Hant', 'en-GB', 'zh-Hant-GB'],
  ['en', 'en-US@posix', 'en'],
])('has texts in %s in a browser in %s as %s', (language, browser, locale) => {
  expect(localeFor(language, browser)).toBe(locale);
});

it('writes dates in the language of the texts as the person’s region does', () => {
  const format = new Intl.DateTimeFormat(localeFor('en', 'de-DE'), {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  expect(format.format(Date.UTC(2026, 0, 5))).toBe('5 Jan 2026');
});
