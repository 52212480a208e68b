import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../__testUtils__/eventually';
import { run } from '../__testUtils__/run';
import { startPortal } from '../__testUtils__/startPortal';
import type { Portal } from '../__testUtils__/startPortal';

const WORKSPACES = '/teams/payments/workspaces';
const MINE = `${WORKSPACES}/ledger`;
const README = 'The ledger keeps what was paid.\n';

describe('a developer with the machine’s OpenSSH', () => {
  let folder: string;
  let portal: Portal;

  const inFolder = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'butler-ssh-'));
    await run('ssh-keygen', [
      '-q',
      '-t',
      'ed25519',
      '-N',
      '',
      '-f',
      inFolder('key'),
    ]);
    await makeRepository(inFolder('git/ledger'));
    portal = await startPortal({
      sandbox: {
        shells: true,
        gitMappings: { 'https://git.test/': inFolder('git/') },
      },
    });
  });
  afterAll(async () => {
    await portal.stop();
    await rm(folder, { recursive: true });
  });

  async function makeRepository(path: string): Promise<void> {
    await mkdir(path, { recursive: true });
    await writeFile(join(path, 'README'), README);
    await run('git', ['init', '-q', '-b', 'main'], path);
    await run('git', ['add', '.'], path);
    const author = [
      '-c',
      'user.name=Test',
      '-c',
      'user.email=test@example.com',
    ];
    await run('git', [...author, 'commit', '-q', '-m', 'first'], path);
  }

  const developer = () => portal.as('developer');

  async function reaches(phase: string): Promise<void> {
    await eventually(async () => {
      const { body } = await developer().get(MINE);
      expect(body.status?.phase).toBe(phase);
    });
  }

  /** What the Portal says about the connection, once it knows the host keys. */
  const connection = () =>
    eventually(async () => {
      const { status, body } = await developer().get(`${MINE}/connection`);
      expect(status).toBe(200);
      expect(body.knownHosts).not.toEqual([]);
      return body as { alias: string; sshConfig: string; knownHosts: string[] };
    });

  /** Runs a command in the workspace, checking its host key against the file alone. */
  const ssh = (alias: string, command: string) =>
    run('ssh', [
      ...['-F', inFolder('config'), '-i', inFolder('key')],
      ...['-o', 'IdentitiesOnly=yes', '-o', 'BatchMode=yes'],
      // The configuration names a file in the home of who runs the test.
      ...['-o', `UserKnownHostsFile=${inFolder('known_hosts')}`],
      ...['-o', 'GlobalKnownHostsFile=none'],
      alias,
      command,
    ]);

  it('logs into a new workspace, finds the repository, and trusts the same host after a restart', async () => {
    const publicKey = (await readFile(inFolder('key.pub'), 'utf8')).trim();
    const made = await developer().post(WORKSPACES, {
      name: 'ledger',
      spec: {
        clusterRef: { name: 'payments-dev' },
        image: 'ghcr.io/butlerdotdev/workspace-base:latest',
        repositories: [{ url: 'https://git.test/ledger' }],
        sshPublicKeys: [publicKey],
      },
    });
    expect({ status: made.status, error: made.body.error }).toEqual({
      status: 201,
      error: undefined,
    });
    await reaches('Running');
    expect((await developer().post(`${MINE}/connect`)).status).toBe(202);

    const { alias, sshConfig, knownHosts } = await connection();
    expect(sshConfig).toContain('StrictHostKeyChecking yes');
    await writeFile(inFolder('config'), sshConfig);
    await writeFile(inFolder('known_hosts'), `${knownHosts.join('\n')}\n`);
    expect(await ssh(alias, 'cat "$WORKSPACE/src/README"')).toBe(README);
    await ssh(alias, 'echo kept > "$WORKSPACE/src/notes"');

    expect((await developer().post(`${MINE}/stop`)).status).toBe(202);
    await reaches('Stopped');
    expect((await developer().post(`${MINE}/start`)).status).toBe(202);
    await reaches('Running');

    // The address may be another one; the host key must not be.
    const again = await connection();
    expect(again.knownHosts).toEqual(knownHosts);
    await writeFile(inFolder('config'), again.sshConfig);
    expect(await ssh(alias, 'cat "$WORKSPACE/src/notes"')).toBe('kept\n');
  });

  it('is not let in by a host whose key is another one', async () => {
    const { alias, sshConfig } = await connection();
    const other = (await readFile(inFolder('key.pub'), 'utf8')).split(' ');
    await writeFile(inFolder('config'), sshConfig);
    await writeFile(
      inFolder('known_hosts'),
      `${alias} ${other[0]} ${other[1]}\n`,
    );
    await expect(ssh(alias, 'true')).rejects.toThrow(
      'Host key verification failed',
    );
  });
});
