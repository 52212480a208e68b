import { scrub } from './scrub';

describe('logs', () => {
  it.each([
    "fatal: unable to access 'https://me:hunter2@git.example.com/a.git/'",
    'remote: https://hunter2@git.example.com',
    'Authorization: Bearer hunter2',
    'API_KEY=hunter2',
    'password: "hunter2"',
    'export GITHUB_TOKEN=hunter2',
    'ghp_hunter2hunter2hunter2',
    'my-very-long-access-key: hunter2',
    'MY_APP_API_KEY="hunter2"',
    '"refreshToken" : "hunter2"',
    'git+ssh://me:hunter2@git.example.com/a.git',
    'https://a.example.com/b https://me:hunter2@git.example.com',
    'https://me:hunter2@git.example.com:8443/x@y',
    'glpat-hunter2hunter2hunter2',
    'eyJhunter2hunter2.eyJhunter2hunter2.hunter2',
    'session-eyJhunter2hunter2.eyJhunter2hunter2.hunter2',
    'eyJhunter2hunter2.eyJhunter2',
    '-----BEGIN OPENSSH PRIVATE KEY-----\nhunter2\n-----END OPENSSH PRIVATE KEY-----',
    '-----BEGIN PRIVATE KEY-----\nhunter2',
  ])('lose the secret of %j', text => {
    expect(scrub(text)).not.toContain('hunter2');
  });

  it.each([
    "fatal: repository 'https://git.example.com/a.git/' not found\n",
    'https://git.example.com/@scope/package by dev@example.com',
    'keyJsonSerializer has 3 tokens and no password',
    'a-'.repeat(100),
  ])('keep what explains: %j', text => {
    expect(scrub(text)).toBe(text);
  });

  it('keep what stands before a secret', () => {
    expect(scrub('export MY-APP_TOKEN=hunter2 git+ssh://a:b@h/r')).toBe(
      'export MY-APP_TOKEN=*** git+ssh://***@h/r',
    );
  });

  it('lose what a terminal would obey', () => {
    expect(scrub('\u001b[31mred\u001b[0m\u0007\r\n')).toBe('red\n');
  });
});
