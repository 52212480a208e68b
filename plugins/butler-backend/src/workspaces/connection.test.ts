import { parseSshPublicKey } from '@butler-portal/plugin-butler-common';
import { workspace } from '../__testUtils__/objects';
import type { HostKeyAnswer } from '../tenants/HostKeys';
import { parseHostKeys } from '../tenants/HostKeys';
import { assertEndpoint, connectionTo, endpointOf } from './connection';
import { sshConfigFile } from './sshConfig';

const KEY =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFVL7Ttk4yY0DZBpG2VnSjRVNvzgi1Nkk5pRGGJyDXAT';
const asked = { 'butler.butlerlabs.dev/connect': 'true' };
const SETTINGS = { loginUser: 'dev', editors: ['vscode', 'zed'] as const };

function connected(name: string, sshEndpoint = '192.0.2.7:2222') {
  return workspace(name, {
    annotations: asked,
    status: { phase: 'Running', connected: true, sshEndpoint },
  });
}

function keys(output: string = `${KEY} root@pod\n`): HostKeyAnswer {
  return { keys: parseHostKeys(output) };
}

function connect(object: ReturnType<typeof workspace>, hostKeys = keys()) {
  return connectionTo(object, assertEndpoint(object), hostKeys, {
    ...SETTINGS,
    editors: [...SETTINGS.editors],
  });
}

describe('the connection of a workspace', () => {
  it('is a command, a configuration that pins the host keys, and links', () => {
    const { editors, sshConfig, ...rest } = connect(connected('api'));
    expect(rest).toEqual({
      host: '192.0.2.7',
      port: 2222,
      user: 'dev',
      alias: 'api.payments.butler',
      sshCommand: 'ssh -p 2222 dev@192.0.2.7',
      knownHosts: [`api.payments.butler ${KEY}`],
      hostKeys: [
        {
          type: 'ssh-ed25519',
          fingerprint: parseSshPublicKey(KEY).key?.fingerprint,
        },
      ],
    });
    expect(sshConfig).toContain('HostKeyAlias api.payments.butler\n');
    expect(editors.map(({ id }) => id)).toEqual(['vscode', 'zed']);
    expect(editors[0].url).toBe(
      'vscode://vscode-remote/ssh-remote+dev@192.0.2.7:2222/workspace',
    );
  });

  it('never switches the check of host keys off, known or not', () => {
    for (const hostKeys of [keys(), keys('')]) {
      const text = JSON.stringify(connect(connected('api'), hostKeys));
      expect(text).toContain('StrictHostKeyChecking yes');
      expect(text).not.toMatch(
        /StrictHostKeyChecking (no|off|accept)|\/dev\/null/,
      );
    }
  });

  it('is none of a workspace that has failed while it was connected', () => {
    const failed = connected('api');
    failed.status = { ...failed.status, phase: 'Failed' };
    expect(endpointOf(failed)).toBeUndefined();
  });

  it('says why there is none', () => {
    const reason =
      (...args: Parameters<typeof workspace>) =>
      () =>
        assertEndpoint(workspace(...args));
    expect(reason('a', { status: { phase: 'Stopped' } })).toThrow(/Start it/);
    expect(reason('a', { status: { phase: 'Running' } })).toThrow(/Connect it/);
    expect(
      reason('a', { annotations: asked, status: { phase: 'Running' } }),
    ).toThrow(/no address yet/);
  });

  it.each([
    '-oProxyCommand=x:22',
    'x\n  ProxyCommand touch /tmp/pwned:22',
    'x\r\nMatch exec "id":22',
    '$(id):22',
    'x;id:22',
    'x"onload="y:22',
    'x/../y:22',
    'x%0aProxyCommand:22',
  ])('has none at the hostile address %j', sshEndpoint => {
    expect(endpointOf(connected('api', sshEndpoint))).toBeUndefined();
  });

  it('has none under a name that could break out of a line', () => {
    expect(endpointOf(connected('a\nProxyCommand x'))).toBeUndefined();
    expect(endpointOf(connected('a.b'))).toBeUndefined();
  });
});

describe('the host keys of a pod', () => {
  it('lose their comments, and what is no key', () => {
    const { keys: found } = keys(
      [
        'Welcome',
        `${KEY} root@pod\r`,
        `${KEY} x\tProxyCommand y`,
        `@cert-authority * ${KEY}`,
        `command="id" ${KEY}`,
        'ssh-ed25519 AAAA',
        `other.host ${KEY}`,
        '#known_hosts',
      ].join('\n'),
    );
    expect(found.map(({ publicKey }) => publicKey)).toEqual([KEY]);
  });
});

describe('the file for all workspaces', () => {
  it('carries the host keys as comments that one command takes out', () => {
    const text = sshConfigFile(
      [
        {
          workspace: connected('api'),
          endpoint: { host: '192.0.2.7', port: 2222 },
          hostKeys: keys(),
        },
        {
          workspace: connected('web'),
          endpoint: { host: '192.0.2.8', port: 2222 },
          hostKeys: { keys: [], missing: 'They are away.' },
        },
      ],
      'dev',
    );
    const lines = text.split('\n');
    expect(lines.filter(line => /^Host /.test(line))).toEqual([
      'Host api.payments.butler',
      'Host web.payments.butler',
    ]);
    expect(lines.filter(line => /^#known_hosts /.test(line))).toEqual([
      `#known_hosts api.payments.butler ${KEY}`,
    ]);
    expect(text).toContain('# They are away.');
    expect(text).toContain("sed -n 's/^#known_hosts //p'");
  });

  it('says what to do when there is none', () => {
    expect(sshConfigFile([], 'dev')).toMatch(/^# None .* Connect one/);
  });
});
