import { existsSync } from 'node:fs';
import { mustRun } from '../../__testUtils__/run';
import { eventually } from '../../__testUtils__/client';
import { Workbench } from '../../__testUtils__/workbench';
import { CONNECT, CONNECT_TIME, TENANT_NAMESPACE } from '../../names';

describe('SSH into a workspace, with the OpenSSH of this machine', () => {
  let bench: Workbench;
  let port: number;

  beforeAll(async () => {
    bench = await Workbench.start();
    const url = await bench.repository('shop.git', {
      'README.md': 'The shop\n',
    });
    await bench.create('shop', { repositories: [{ url }] });
    port = await bench.connect('shop');
  });
  afterAll(() => bench.stop());

  it('finds the cloned repository', async () => {
    expect(await bench.ssh(port, ['cat src/README.md'])).toMatchObject({
      code: 0,
      out: 'The shop\n',
    });
  });

  it('passes exit codes, streams and input', async () => {
    expect(
      await bench.ssh(port, ['cat; echo wrong >&2; exit 7'], 'input'),
    ).toMatchObject({
      code: 7,
      out: 'input',
      err: expect.stringContaining('wrong'),
    });
  });

  it('gives a terminal of the size asked for, and a login shell', async () => {
    const { code, out } = await bench.ssh(
      port,
      ['-tt'],
      'stty size; tty; shopt -q login_shell && echo login; exit 3\n',
    );
    expect(out).toContain('/dev/');
    expect(out).toMatch(/login\r/);
    expect(code).toBe(3);
  });

  it('has a clean environment', async () => {
    process.env.SANDBOX_SECRET = 'of the one who started it';
    const { out } = await bench.ssh(port, ['env']);
    delete process.env.SANDBOX_SECRET;
    const names = out.split('\n').map(line => line.split('=')[0]);
    expect(names).not.toContain('SANDBOX_SECRET');
    expect(names).toEqual(
      expect.arrayContaining([
        'HOME',
        'PATH',
        'USER',
        'WORKSPACE',
        'SSH_HOST_KEY_DIR',
      ]),
    );
    expect(out).toContain('USER=dev');
  });

  it('keeps the volume for its owner', async () => {
    const { out } = await bench.ssh(port, [
      'stat -c %a "$WORKSPACE" "$HOME" "$SSH_HOST_KEY_DIR"',
    ]);
    expect(out).toBe('700\n700\n700\n');
  });

  it('lets no other key and no password in', async () => {
    await mustRun('ssh-keygen', [
      '-q',
      '-t',
      'ed25519',
      '-N',
      '',
      '-f',
      `${bench.folder}/stranger`,
    ]);
    const { code, err } = await bench.ssh(port, ['true'], '', 'stranger');
    expect(code).toBe(255);
    expect(err).toContain('Permission denied (publickey)');
  });

  it('follows the Secret with the keys', async () => {
    const secret = { namespace: TENANT_NAMESPACE, name: 'ws-shop-ssh-keys' };
    const before = bench.tenant.objects.get('secrets', secret)?.data;
    bench.tenant.objects.patch('secrets', secret, {
      data: { authorized_keys: '' },
    });
    expect((await bench.ssh(port, ['true'])).code).toBe(255);
    bench.tenant.objects.patch('secrets', secret, { data: before });
    expect((await bench.ssh(port, ['true'])).code).toBe(0);
  });

  it('keeps host key and files over stop and start, and ends what ran', async () => {
    const scan = async (at: number) =>
      (
        await mustRun('ssh-keyscan', [
          '-p',
          String(at),
          '-t',
          'ed25519',
          '127.0.0.1',
        ])
      )
        .split(' ')
        .slice(1)
        .join(' ')
        .trim();
    const before = await scan(port);
    const [, pid] =
      /(\d+)/.exec(
        (
          await bench.ssh(port, [
            'echo kept > note; sleep 1000 >/dev/null 2>&1 </dev/null & echo $!',
          ])
        ).out,
      ) ?? [];
    const open = bench.ssh(port, ['sleep 1000']);
    bench.annotate('shop', { [CONNECT]: null, [CONNECT_TIME]: null });
    bench.tenant.objects.delete('pods', {
      namespace: TENANT_NAMESPACE,
      name: 'ws-shop',
    });
    await bench.reaches('shop', { phase: 'Stopped' });
    expect((await open).code).not.toBe(0);
    await eventually(() => expect(existsSync(`/proc/${pid}`)).toBe(false));
    port = await bench.connect('shop');
    expect(await scan(port)).toBe(before);
    expect((await bench.ssh(port, ['cat note src/README.md'])).out).toBe(
      'kept\nThe shop\n',
    );
  });

  it('removes the folder with the claim', async () => {
    await bench.create('gone');
    const at = await bench.connect('gone');
    const folder = (await bench.ssh(at, ['pwd'])).out.trim();
    expect(existsSync(folder)).toBe(true);
    bench.sandbox.objects.delete('workspaces', {
      namespace: 'payments',
      name: 'gone',
    });
    await eventually(() => expect(existsSync(folder)).toBe(false));
    expect((await bench.ssh(at, ['true'])).code).toBe(255);
  });
});
