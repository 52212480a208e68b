import { ChildProcess } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer, AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientOf, ended, runCli } from '../__testUtils__/cli';
import { eventually, workspacesOf } from '../__testUtils__/client';

describe('the command line', () => {
  let folder: string;
  let children: ChildProcess[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-cli-'));
    children = [];
  });
  afterEach(() => {
    children.forEach(child => child.kill('SIGKILL'));
    rmSync(folder, { recursive: true });
  });

  const run = (...flags: string[]) => {
    const started = runCli(folder, ...flags);
    children.push(started.child);
    return started;
  };

  it('explains itself', async () => {
    const { output } = run('--help');
    expect(await ended(output)).toBe(0);
    expect(output.out).toContain('--workspaces N');
  });

  it.each([
    [['--prot', '1'], '--prot'],
    [['--port', 'x'], '--port takes a whole number'],
    [['--workspaces', '-1'], '--workspaces'],
  ])('refuses %j', async (flags, message) => {
    const { output } = run(...flags);
    expect(await ended(output)).toBe(1);
    expect(output.err).toContain(message);
    expect(output.err).toContain('--help');
  });

  it('names the port that is taken, and the flag', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await eventually(() => expect(server.listening).toBe(true));
    const { port } = server.address() as AddressInfo;
    const { output } = run('--port', String(port));
    expect(await ended(output)).toBe(1);
    expect(output.err).toContain(`Port ${port} is taken`);
    expect(output.err).toContain('--port');
    server.close();
  });

  it('serves until it is told to end, also with watches open', async () => {
    const { child, output } = run(
      '--port',
      '0',
      '--instant',
      '--admin-port',
      '0',
    );
    await eventually(() =>
      expect(output.out).toMatch(
        /^Sandbox ready: https:\/\/127\.0\.0\.1:\d+ token=\S+ kubeconfig=\S+ admin=http:\/\/127\.0\.0\.1:\d+\n$/,
      ),
    );
    const kubeconfig = join(folder, '.butler', 'sandbox.kubeconfig');
    expect((statSync(kubeconfig).mode % 0o1000).toString(8)).toBe('600');
    expect(readFileSync(kubeconfig, 'utf8')).toContain(
      'certificate-authority-data',
    );
    const client = await clientOf(output);
    const { events } = await client.watch(
      `${workspacesOf('payments')}?watch=true`,
    );
    await eventually(() => expect(events).toHaveLength(4));
    child.kill('SIGTERM');
    expect(await ended(output)).toBe(0);
    await client.close();
    expect(readdirSync(join(folder, '.butler'))).toEqual([]);
  });

  it.each(['SIGINT', 'SIGHUP'] as const)(
    'takes its kubeconfigs with it on %s',
    async signal => {
      const { child, output } = run('--port', '0', '--empty');
      await eventually(() => expect(output.out).toContain('Sandbox ready'));
      const files = join(folder, '.butler');
      expect(readdirSync(files)).toEqual(['sandbox.kubeconfig']);
      child.kill(signal);
      expect(await ended(output)).toBe(0);
      expect(readdirSync(files)).toEqual([]);
    },
  );
});
