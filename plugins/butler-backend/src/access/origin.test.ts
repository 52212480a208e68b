import { ConfigReader } from '@backstage/config';
import { appOrigins, originAllowed } from './origin';

const ORIGINS = appOrigins(
  new ConfigReader({ app: { baseUrl: 'https://Portal.example.com/portal/' } }),
);

it('takes the app’s own origin, without its path', () => {
  expect(ORIGINS).toEqual(['https://portal.example.com']);
  expect(originAllowed('https://portal.example.com', ORIGINS)).toBe(true);
});

it('knows none when the app’s address is not configured', () => {
  expect(appOrigins(new ConfigReader({}))).toEqual([]);
});

it.each([
  undefined,
  '',
  'null',
  'https://evil.example.com',
  'https://portal.example.com.evil.example.com',
  'https://evil-portal.example.com',
  'https://portal.example.com:8443',
  'https://portal.example.com/',
  'https://PORTAL.example.com',
  'http://portal.example.com',
  'https://user@portal.example.com',
  'https://portal.example.com, https://evil.example.com',
  'https://portal.example.co',
])('refuses %j', origin => {
  expect(originAllowed(origin, ORIGINS)).toBe(false);
  expect(originAllowed(origin, [...ORIGINS, 'null'])).toBe(false);
});
