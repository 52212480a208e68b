import { PassThrough } from 'node:stream';
import { Exec, KubeConfig, V1Status } from '@kubernetes/client-node';
import { parse } from 'yaml';
import { WebSocket } from 'ws';
import { eventually } from '../../__testUtils__/client';
import { Workbench } from '../../__testUtils__/workbench';
import { startSandbox } from '../../startSandbox';

const PATH = '/api/v1/namespaces/workspaces/pods/ws-shop/exec';

/** What came over a WebSocket, by channel. */
interface Received {
  channels: Record<number, string>;
  socket: WebSocket;
  closed: Promise<number>;
}

function open(
  kubeconfig: string,
  protocol: string,
  path: string,
): Promise<Received> {
  const { clusters, users } = parse(kubeconfig);
  const { server, 'certificate-authority-data': ca } = clusters[0].cluster;
  const socket = new WebSocket(
    `${server.replace('https', 'wss')}${path}`,
    [protocol],
    {
      ca: Buffer.from(ca, 'base64'),
      headers: { Authorization: `Bearer ${users[0].user.token}` },
    },
  );
  const channels: Record<number, string> = {};
  socket.on('message', data => {
    const message = data as Buffer;
    const channel = message[0];
    channels[channel] = (channels[channel] ?? '') + message.subarray(1);
  });
  const closed = new Promise<number>(resolve => {
    socket.on('close', resolve);
  });
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve({ channels, socket, closed }));
    socket.on('error', reject);
  });
}

function query(command: string[], flags: Record<string, boolean>): string {
  const parameters = new URLSearchParams({ container: 'workspace' });
  command.forEach(part => parameters.append('command', part));
  Object.entries(flags).forEach(([name, value]) =>
    parameters.append(name, String(value)),
  );
  return `${PATH}?${parameters}`;
}

describe('exec', () => {
  let bench: Workbench;

  beforeAll(async () => {
    bench = await Workbench.start();
    await bench.create('shop');
  });
  afterAll(() => bench.stop());

  const exec = async (
    command: string[],
    { input, tty = false }: { input?: string; tty?: boolean } = {},
  ) => {
    const config = new KubeConfig();
    config.loadFromString(bench.tenant.kubeconfig);
    const output = { out: '', err: '' };
    const stdout = new PassThrough().on('data', data => {
      output.out += data;
    });
    const stderr = new PassThrough().on('data', data => {
      output.err += data;
    });
    const stdin = new PassThrough();
    const status = new Promise<V1Status>((resolve, reject) => {
      new Exec(config)
        .exec(
          'workspaces',
          'ws-shop',
          'workspace',
          command,
          stdout,
          stderr,
          input === undefined ? null : stdin,
          tty,
          resolve,
        )
        .then(() => stdin.end(input), reject);
    });
    return { status: await status, ...output };
  };

  it('runs a command for the client that the Portal uses', async () => {
    const { status, out, err } = await exec([
      'sh',
      '-c',
      'echo out; echo err >&2; exit 3',
    ]);
    expect({ out, err }).toEqual({ out: 'out\n', err: 'err\n' });
    expect(status).toMatchObject({
      status: 'Failure',
      reason: 'NonZeroExitCode',
      details: { causes: [{ reason: 'ExitCode', message: '3' }] },
    });
  });

  it('passes input and its end', async () => {
    const { status, out } = await exec(['cat'], { input: 'typed' });
    expect(out).toBe('typed');
    expect(status.status).toBe('Success');
  });

  it('gives the host key from a path that can be trusted', async () => {
    const { out } = await exec([
      'sh',
      '-c',
      'cat "${SSH_HOST_KEY_DIR:-/etc/ssh}"/ssh_host_*_key.pub',
    ]);
    expect(out).toMatch(/^ssh-ed25519 \S+ root@ws-shop\n$/);
  });

  it.each(['v4.channel.k8s.io', 'v5.channel.k8s.io'])(
    'gives a terminal that can be resized over %s',
    async protocol => {
      const { channels, socket, closed } = await open(
        bench.tenant.kubeconfig,
        protocol,
        query(['bash', '--norc'], { stdin: true, stdout: true, tty: true }),
      );
      expect(socket.protocol).toBe(protocol);
      await eventually(() => expect(channels[1]).toBeTruthy());
      const size = JSON.stringify({ Width: 101, Height: 33 });
      socket.send(Buffer.concat([Buffer.of(4), Buffer.from(size)]));
      socket.send(
        Buffer.concat([Buffer.of(0), Buffer.from('stty size; tty; exit 5\r')]),
      );
      expect(await closed).toBe(1000);
      expect(channels[1]).toContain('33 101');
      expect(channels[1]).toContain('/dev/');
      expect(JSON.parse(channels[3])).toMatchObject({
        details: { causes: [{ reason: 'ExitCode', message: '5' }] },
      });
    },
  );

  it('ends input alone over v5, so that the rest of the output still comes', async () => {
    const { channels, socket, closed } = await open(
      bench.tenant.kubeconfig,
      'v5.channel.k8s.io',
      query(['sh', '-c', 'cat; echo after'], { stdin: true, stdout: true }),
    );
    socket.send(Buffer.concat([Buffer.of(0), Buffer.from('before\n')]));
    socket.send(Buffer.of(255, 0));
    await closed;
    expect(channels[1]).toBe('before\nafter\n');
    expect(JSON.parse(channels[3])).toEqual({
      metadata: {},
      status: 'Success',
    });
  });

  it('attaches to what a container prints from now on, until it ends', async () => {
    await bench.create('attached');
    const pod = { namespace: 'workspaces', name: 'ws-attached' };
    bench.tenant.writeLog(pod, 'workspace', 'before\n');
    const { channels, closed } = await open(
      bench.tenant.kubeconfig,
      'v5.channel.k8s.io',
      '/api/v1/namespaces/workspaces/pods/ws-attached/attach?container=workspace&stdout=true',
    );
    // The empty message that begins every connection.
    await eventually(() => expect(channels[1]).toBe(''));
    bench.tenant.writeLog(pod, 'workspace', 'after\n');
    await eventually(() => expect(channels[1]).toBe('after\n'));
    bench.tenant.objects.delete('pods', pod);
    expect(await closed).toBe(1000);
    expect(JSON.parse(channels[3])).toMatchObject({ status: 'Success' });
  });

  it('hangs up on the process when the client goes', async () => {
    const { channels, socket } = await open(
      bench.tenant.kubeconfig,
      'v5.channel.k8s.io',
      query(['sh', '-c', 'echo $$; exec sleep 1000'], { stdout: true }),
    );
    const pid = await eventually(() => {
      expect(channels[1]).toMatch(/\d+\n/);
      return Number(channels[1]);
    });
    socket.close();
    await eventually(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'));
  });

  it.each([
    ['no command', `${PATH}?container=workspace&stdout=true`, 400],
    ['no streams', `${PATH}?container=workspace&command=ls`, 400],
    ['another container', `${PATH}?container=nope&command=ls&stdout=true`, 400],
    [
      'no such pod',
      `${PATH.replace('ws-shop', 'nope')}?command=ls&stdout=true`,
      404,
    ],
  ])('refuses a request with %s', async (_what, path, code) => {
    await expect(
      open(bench.tenant.kubeconfig, 'v5.channel.k8s.io', path),
    ).rejects.toThrow(`Unexpected server response: ${code}`);
  });
});

describe('exec with shells off', () => {
  it('says so, with the exit code for what can not be run', async () => {
    const sandbox = await startSandbox();
    const tenant = sandbox.tenant({
      namespace: 'payments',
      name: 'payments-dev',
    });
    const { channels, closed } = await open(
      tenant?.kubeconfig ?? '',
      'v5.channel.k8s.io',
      query(['ls'], { stdout: true, stderr: true }).replace(
        'ws-shop',
        'ws-checkout-refunds',
      ),
    );
    await closed;
    expect(channels[2]).toContain('Shells are off');
    expect(JSON.parse(channels[3])).toMatchObject({
      details: { causes: [{ reason: 'ExitCode', message: '126' }] },
    });
    await sandbox.stop();
  });
});
