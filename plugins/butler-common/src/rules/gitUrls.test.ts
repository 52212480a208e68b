import { isGitUrl, repositoryDirectory } from './gitUrls';

describe('Git URLs', () => {
  it.each([
    'https://git.example.com/payments/api.git',
    'https://git.example.com:8443/payments/api',
    'ssh://git@git.example.com/payments/api.git',
    'ssh://git@git.example.com:2222/payments/api.git',
    'git@git.example.com:payments/api.git',
  ])('%j may be cloned from', url => {
    expect(isGitUrl(url)).toBe(true);
  });

  it.each([
    '',
    '-oProxyCommand=sh',
    '--upload-pack=sh',
    'ext::sh -c id',
    'fd::7',
    'file:///etc',
    '/etc',
    '../other',
    'http://git.example.com/api',
    'git://git.example.com/api',
    'https://user:secret@git.example.com/api',
    'https://token@git.example.com/api',
    'ssh://git:secret@git.example.com/api',
    'ssh://-oProxyCommand=sh/api',
    'git@-oProxyCommand:api',
    'git@git.example.com:-api',
    'https://git.example.com',
    'https://git.example.com/',
    'https:///api',
    'https://git.example.com/a%0ahost=x',
    'https://git.example.com/a%0D',
    'https://git.example.com/a%00',
    'https://git.example.com/a\nb',
    'https://git.example.com/a b',
    'https://git.example.com/a.git#next',
    'https://git.example.com\\@elsewhere/a',
    `https://git.example.com/${'a'.repeat(2048)}`,
  ])('%j may not', url => {
    expect(isGitUrl(url)).toBe(false);
  });

  it.each([
    ['https://git.example.com/payments/api.git', 'api'],
    ['https://git.example.com/payments/api/', 'api'],
    ['git@git.example.com:api.git', 'api'],
    ['git@git.example.com:payments/api', 'api'],
  ])('%j is cloned to %j', (url, directory) => {
    expect(repositoryDirectory({ url })).toBe(directory);
    expect(repositoryDirectory({ url, name: 'other' })).toBe('other');
  });
});
