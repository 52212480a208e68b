import {
  clonePath,
  parseSshEndpoint,
  sshAlias,
  sshCommand,
  sshConfigBlock,
  workspacePaths,
} from './connection';

describe('connections', () => {
  it.each([
    ['192.0.2.7:2222', { host: '192.0.2.7', port: 2222 }],
    ['lb.example.com:22', { host: 'lb.example.com', port: 22 }],
    ['[2001:db8::1]:2222', { host: '2001:db8::1', port: 2222 }],
    ['2001:db8::1:2222', { host: '2001:db8::1', port: 2222 }],
  ])('read the endpoint %j', (text, endpoint) => {
    expect(parseSshEndpoint(text)).toEqual(endpoint);
  });

  it.each([
    '',
    '192.0.2.7',
    ':2222',
    'host:0',
    'host:65536',
    'host:22;id',
    '-oProxyCommand=x:22',
    '-x:22',
    'x-:22',
    'a b:22',
    'host:22\n',
    'host\nProxyCommand touch /tmp/x:22',
    'host\r:22',
    '$(id):22',
    '`id`:22',
    "host';id;':22",
    'host#:22',
    'user@host:22',
    '[host]:22',
    '[::1]x:22',
    'a:b:22',
    `${'a'.repeat(254)}:22`,
  ])('read no endpoint from %j', text => {
    expect(parseSshEndpoint(text)).toBeUndefined();
  });

  it('open what was cloned', () => {
    expect([0, 1, 2].map(workspacePaths)).toEqual([
      { directory: '/workspace' },
      { directory: '/workspace/src' },
      {
        directory: '/workspace',
        codeWorkspace: '/workspace/workspace.code-workspace',
      },
    ]);
  });

  it('are a command', () => {
    const endpoint = { host: '192.0.2.7', port: 2222 };
    expect(sshCommand(endpoint, 'dev')).toBe('ssh -p 2222 dev@192.0.2.7');
  });

  it('are a block of configuration that checks host keys by an alias', () => {
    const endpoint = { host: '192.0.2.7', port: 2222 };
    expect(sshConfigBlock('api.payments.butler', endpoint, 'dev')).toBe(
      [
        'Host api.payments.butler',
        '  HostName 192.0.2.7',
        '  Port 2222',
        '  User dev',
        '  HostKeyAlias api.payments.butler',
        '  UserKnownHostsFile ~/.ssh/butler_known_hosts',
        '  StrictHostKeyChecking yes',
        '',
      ].join('\n'),
    );
  });

  it('have an alias of their own, in lower case', () => {
    expect(sshAlias('Payments', 'Api')).toBe('api.payments.butler');
    expect(sshAlias('a', 'b-c')).not.toBe(sshAlias('c-a', 'b'));
  });
});

describe('where repositories are cloned to', () => {
  const one = { url: 'https://git.example.com/acme/ledger.git' };
  const two = { url: 'git@git.example.com:acme/web.git', name: 'site' };

  it('is one place for the only one, whatever its name', () => {
    expect(clonePath([two], 0)).toBe('/workspace/src');
  });

  it('is a directory for each of several', () => {
    expect([0, 1].map(index => clonePath([one, two], index))).toEqual([
      '/workspace/ledger',
      '/workspace/site',
    ]);
  });
});
