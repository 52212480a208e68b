import { fileSize } from './fileSize';

it.each([
  [0, 'en', '0 KiB'],
  [1, 'en', '< 1 KiB'],
  [1024, 'en', '1 KiB'],
  [1536, 'en', '1.5 KiB'],
  [1536, 'de', '1,5 KiB'],
  [34.4 * 1024, 'en', '34 KiB'],
  [512 * 1024, 'en', '512 KiB'],
  [1.25 * 1024 * 1024, 'en', '1.3 MiB'],
])('writes %i bytes in %s as %s', (bytes, language, text) => {
  expect(fileSize(bytes, language)).toBe(text);
});
