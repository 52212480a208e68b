import { workspace } from '../__testUtils__/objects';
import { connectionTo } from './connection';

const asked = { 'butler.butlerlabs.dev/connect': 'true' };

describe('the connection of a workspace', () => {
  it('is a command and a link', () => {
    const connected = workspace('api', {
      annotations: asked,
      status: {
        phase: 'Running',
        connected: true,
        sshEndpoint: '192.0.2.7:2222',
      },
    });
    expect(connectionTo(connected, 'dev')).toEqual({
      host: '192.0.2.7',
      port: 2222,
      user: 'dev',
      sshCommand: 'ssh -p 2222 dev@192.0.2.7',
      editors: [
        {
          id: 'vscode',
          url: 'vscode://vscode-remote/ssh-remote+dev@192.0.2.7:2222/workspace',
        },
      ],
    });
  });

  it('has no link for an IPv6 address', () => {
    const connected = workspace('api', {
      status: {
        phase: 'Running',
        connected: true,
        sshEndpoint: '[2001:db8::1]:2222',
      },
    });
    expect(connectionTo(connected, 'dev').editors).toEqual([]);
  });

  it('says why there is none', () => {
    const reason =
      (...args: Parameters<typeof workspace>) =>
      () =>
        connectionTo(workspace(...args), 'dev');
    expect(reason('a', { status: { phase: 'Stopped' } })).toThrow(/Start it/);
    expect(reason('a', { status: { phase: 'Running' } })).toThrow(/Connect it/);
    expect(
      reason('a', { annotations: asked, status: { phase: 'Running' } }),
    ).toThrow(/no address yet/);
    expect(
      reason('a', {
        annotations: asked,
        status: {
          phase: 'Running',
          connected: true,
          sshEndpoint: '-oProxyCommand=x:22',
        },
      }),
    ).toThrow(/no address yet/);
  });
});
