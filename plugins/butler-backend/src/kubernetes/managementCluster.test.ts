import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadManagementCluster } from './managementCluster';

describe('loadManagementCluster', () => {
  const folder = mkdtempSync(join(tmpdir(), 'butler-'));
  const path = join(folder, 'kubeconfig');

  afterAll(() => rmSync(folder, { recursive: true }));

  function failure(): unknown {
    try {
      loadManagementCluster({ type: 'kubeconfig', path });
    } catch (error) {
      return error;
    }
    throw new Error('It was loaded');
  }

  it('names a file that is not there, and the setting', () => {
    expect(String(failure())).toMatch(
      /kubeconfig cannot be read \(ENOENT\).*kubeconfig\.path/,
    );
  });

  it('says nothing of what is in a file that it cannot read', () => {
    writeFileSync(path, 'users: [{ user: { token: very-secret }');
    const error = failure();
    expect(String(error)).toMatch(/is no kubeconfig/);
    const everything = JSON.stringify(
      error,
      Object.getOwnPropertyNames(error).concat('cause', 'mark', 'buffer'),
    );
    expect(everything).not.toContain('very-secret');
  });

  it.each(['caFile', 'tokenFile'])('names a missing %s as it was set', name => {
    const files = { tokenFile: __filename, [name]: path };
    rmSync(path, { force: true });
    expect(() =>
      loadManagementCluster({ type: 'token', url: 'https://k', ...files }),
    ).toThrow(
      new RegExp(`${path} cannot be read \\(ENOENT\\).*Cluster\\.${name}`),
    );
  });

  describe('inCluster', () => {
    const mount = join(folder, 'var/run/secrets/kubernetes.io/serviceaccount');
    const before = process.env;

    beforeEach(() => {
      process.env = {
        ...before,
        KUBERNETES_SERVICE_HOST: '10.0.0.1',
        KUBERNETES_SERVICE_PORT: '443',
      };
      mkdirSync(mount, { recursive: true });
      writeFileSync(join(mount, 'token'), 'token');
      writeFileSync(join(mount, 'ca.crt'), 'ca');
    });
    afterEach(() => {
      process.env = before;
      rmSync(dirname(mount), { recursive: true });
    });

    const load = () => loadManagementCluster({ type: 'inCluster' }, folder);

    it('takes the service account that is mounted', () => {
      expect(load().getCurrentCluster()?.server).toBe('https://10.0.0.1:443');
    });

    it('says outside a pod what to do, and who', () => {
      delete process.env.KUBERNETES_SERVICE_HOST;
      expect(load).toThrow(
        /runs in no pod: KUBERNETES_SERVICE_HOST.*not set.*Whoever operates.*pod.*butler\.managementCluster\.kubeconfig/,
      );
    });

    it.each(['token', 'ca.crt'])(
      'says in a pod without %s that no service account is mounted',
      file => {
        rmSync(join(mount, file));
        expect(load).toThrow(
          new RegExp(
            `no service account is mounted: ${mount}/${file} cannot be read \\(ENOENT\\).*Whoever operates.*automountServiceAccountToken`,
          ),
        );
      },
    );
  });
});
