import { ConfigReader } from '@backstage/config';
import { readButlerConfig } from './config';

function read(butler: object) {
  return readButlerConfig(new ConfigReader({ butler } as never));
}

function readCluster(managementCluster: object) {
  return read({ managementCluster }).managementCluster;
}

describe('the configuration', () => {
  it('has defaults for what need not be said', () => {
    expect(read({ managementCluster: { inCluster: true } })).toEqual({
      managementCluster: { type: 'inCluster' },
      namespaces: undefined,
      impersonation: true,
      permissionCacheMs: 5_000,
      loginUser: 'dev',
      editors: ['vscode', 'cursor', 'windsurf', 'zed', 'jetbrains-gateway'],
      limits: { requestsPerUser: 40, streamsPerUser: 40, terminalsPerUser: 8 },
      images: [],
    });
  });

  it('knows three ways to the management cluster', () => {
    expect(readCluster({ kubeconfig: { path: 'k', context: 'c' } })).toEqual({
      type: 'kubeconfig',
      path: 'k',
      context: 'c',
    });
    expect(
      readCluster({ url: 'https://k', token: 't', caData: 'Cg==' }),
    ).toEqual({
      type: 'token',
      url: 'https://k',
      token: 't',
      caData: 'Cg==',
    });
  });

  it.each<[object, RegExp]>([
    [{}, /one of three ways.*none of them/],
    [{ inCluster: true, url: 'https://k' }, /url and inCluster/],
    [{ inCluster: false }, /inCluster can only be true/],
    [{ url: 'http://k', token: 't' }, /https/],
    [{ url: 'https://k' }, /token or tokenFile/],
    [{ url: 'https://k', token: 't', tokenFile: 'f' }, /not both/],
    [{ url: 'https://k', token: 't', caFile: 'f', caData: 'd' }, /not both/],
    [{ kubeconfig: {} }, /kubeconfig.path/],
    [{ inCluster: true, namespaces: [] }, /namespaces is empty/],
    [{ inCluster: true, namespaces: ['../x'] }, /cannot be a namespace/],
  ])('refuses %j with words that help', (managementCluster, words) => {
    expect(() => readCluster(managementCluster)).toThrow(words);
  });

  it('takes the editors in their order, and refuses one that it does not know', () => {
    const editors = (...names: string[]) =>
      read({ managementCluster: { inCluster: true }, editors: names }).editors;
    expect(editors('zed', 'vscode', 'zed')).toEqual(['zed', 'vscode']);
    expect(editors()).toEqual([]);
    expect(() => editors('emacs')).toThrow(/knows no “emacs”.*vscodium/);
  });

  it.each([0, 1.5, -1])('refuses a limit of %s', requestsPerUser => {
    expect(() =>
      read({
        managementCluster: { inCluster: true },
        limits: { requestsPerUser },
      }),
    ).toThrow(/limits\.requestsPerUser/);
  });

  it('remembers what may be read for a minute at most', () => {
    const managementCluster = { inCluster: true };
    expect(read({ managementCluster }).permissionCacheMs).toBe(5_000);
    const permissions = { cacheSeconds: 61 };
    expect(() => read({ managementCluster, permissions })).toThrow(
      /from 0 to 60/,
    );
  });

  it('refuses a login user that no Linux has', () => {
    expect(() =>
      read({
        managementCluster: { inCluster: true },
        workspaces: { loginUser: '-oProxy' },
      }),
    ).toThrow(/loginUser/);
  });
});
