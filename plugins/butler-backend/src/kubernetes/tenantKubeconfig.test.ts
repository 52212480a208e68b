import { stringify } from 'yaml';
import { parseTenantKubeconfig } from './tenantKubeconfig';

type Part = Record<string, unknown>;

function kubeconfig(cluster: Part = {}, user: Part = {}, top: Part = {}) {
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'two',
    contexts: [
      { name: 'one', context: { cluster: 'one', user: 'one' } },
      { name: 'two', context: { cluster: 'two', user: 'two' } },
    ],
    clusters: [
      { name: 'one', cluster: { server: 'https://one.example.com' } },
      {
        name: 'two',
        cluster: { server: 'https://two.example.com', ...cluster },
      },
    ],
    users: [
      { name: 'one', user: { token: 'one' } },
      { name: 'two', user: { token: 'two', ...user } },
    ],
    ...top,
  });
}

describe('the kubeconfig of a tenant', () => {
  it('gives server and user of the current context', () => {
    const config = parseTenantKubeconfig(kubeconfig());
    expect(config.getCurrentCluster()?.server).toBe('https://two.example.com');
    expect(config.getCurrentUser()?.token).toBe('two');
  });

  it.each([
    ['a server without TLS', { server: 'http://two.example.com' }, {}],
    ['a server that is no URL', { server: 'two' }, {}],
    ['a file as CA', { 'certificate-authority': '/etc/passwd' }, {}],
    ['a proxy', { 'proxy-url': 'http://elsewhere' }, {}],
    ['a program', {}, { exec: { command: 'sh', apiVersion: 'v1' } }],
    ['an auth provider', {}, { 'auth-provider': { name: 'gcp' } }],
    ['a token file', {}, { tokenFile: '/etc/passwd' }],
    ['a key file', {}, { 'client-key': '/etc/passwd' }],
    ['another identity', {}, { as: 'system:admin' }],
    ['other groups', {}, { 'as-groups': ['system:masters'] }],
    ['certificates unchecked', { 'insecure-skip-tls-verify': true }, {}],
  ])('is refused with %s', (_, cluster, user) => {
    expect(() => parseTenantKubeconfig(kubeconfig(cluster, user))).toThrow();
  });

  it('is refused without a current context', () => {
    expect(() =>
      parseTenantKubeconfig(kubeconfig({}, {}, { 'current-context': 'three' })),
    ).toThrow(/current-context/);
  });

  it('is refused when it is no kubeconfig in length', () => {
    expect(() => parseTenantKubeconfig(' '.repeat(300_000))).toThrow(/long/);
  });

  it('never shows its text in the error', () => {
    expect(() => parseTenantKubeconfig('{secret: [')).toThrow(
      /^the kubeconfig is no YAML$/,
    );
  });
});
