import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils } from 'ssh2';
import { ensureHostKey } from './hostKey';

describe('a host key', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-host-key-'));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  const file = (suffix = '') => join(folder, `ssh_host_ed25519_key${suffix}`);

  it('stays the same', async () => {
    const made = await ensureHostKey(folder, 'root@pod');
    expect(await ensureHostKey(folder, 'root@pod')).toBe(made);
    expect(readFileSync(file('.pub'), 'utf8')).toMatch(
      /^ssh-ed25519 \S{68} root@pod\n$/,
    );
  });

  it('is made anew when ssh2 makes one that it can not read', async () => {
    // Its public half began with a zero, which ssh2 has dropped.
    jest
      .spyOn(utils, 'generateKeyPairSync')
      .mockReturnValueOnce({ public: 'ssh-ed25519 AAAA', private: 'short' });
    const made = await ensureHostKey(folder, 'root@pod');
    expect(utils.parseKey(made)).not.toBeInstanceOf(Error);
  });

  it('takes the place of one that nobody can read', async () => {
    writeFileSync(file(), 'short');
    const made = await ensureHostKey(folder, 'root@pod');
    expect(utils.parseKey(made)).not.toBeInstanceOf(Error);
    expect(readFileSync(file(), 'utf8')).toBe(made);
  });
});
