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
    'glpat-hunter2hunter2hunter2',
    'eyJhunter2hunter2.eyJhunter2hunter2.hunter2',
    '-----BEGIN OPENSSH PRIVATE KEY-----\nhunter2\n-----END OPENSSH PRIVATE KEY-----',
    '-----BEGIN PRIVATE KEY-----\nhunter2',
  ])('lose the secret of %j', text => {
    expect(scrub(text)).not.toContain('hunter2');
  });

  it('keep what explains', () => {
    const text =
      "fatal: repository 'https://git.example.com/a.git/' not found\n";
    expect(scrub(text)).toBe(text);
  });

  it('lose what a terminal would obey', () => {
    expect(scrub('\u001b[31mred\u001b[0m\u0007\r\n')).toBe('red\n');
  });
});
