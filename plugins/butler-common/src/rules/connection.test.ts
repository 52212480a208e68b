import {
  parseSshEndpoint,
  sshCommand,
  vsCodeLink,
  workspaceDirectory,
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
    'a b:22',
    'host:22\n',
  ])('read no endpoint from %j', text => {
    expect(parseSshEndpoint(text)).toBeUndefined();
  });

  it('open what was cloned', () => {
    expect([0, 1, 2, 3].map(workspaceDirectory)).toEqual([
      '/workspace',
      '/workspace/src',
      '/workspace/workspace.code-workspace',
      '/workspace/workspace.code-workspace',
    ]);
  });

  it('are a command and a link', () => {
    const endpoint = { host: '192.0.2.7', port: 2222 };
    expect(sshCommand(endpoint, 'dev')).toBe('ssh -p 2222 dev@192.0.2.7');
    expect(vsCodeLink(endpoint, 'dev', '/workspace/src')).toBe(
      'vscode://vscode-remote/ssh-remote+dev@192.0.2.7:2222/workspace/src',
    );
  });

  it('have no link for an IPv6 address, which breaks it', () => {
    expect(
      vsCodeLink({ host: '2001:db8::1', port: 22 }, 'dev', '/'),
    ).toBeUndefined();
  });
});
