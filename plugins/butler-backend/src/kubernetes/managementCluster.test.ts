import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
});
