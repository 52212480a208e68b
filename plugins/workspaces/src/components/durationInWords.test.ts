import { durationInWords } from './durationInWords';

it.each([
  ['8h', '8 hours'],
  ['8h0m0s', '8 hours'],
  ['1h30m', '1 hour 30 minutes'],
  ['720h', '30 days'],
  ['90s', '1 minute 30 seconds'],
  ['1ms', '1ms'],
  ['0s', undefined],
  ['0', undefined],
  ['soon', 'soon'],
])('says %s as people do', (text, words) => {
  expect(durationInWords(text, 'en')).toBe(words);
});
