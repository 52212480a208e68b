import { request as httpRequest } from 'node:http';
import { mockServices } from '@backstage/backend-test-utils';
import { providerGroupRef } from '../access/providerGroups';
import { eventually } from '../__testUtils__/eventually';
import { recordAudit } from '../__testUtils__/recordAudit';
import { startPortal } from '../__testUtils__/startPortal';
import type { Portal } from '../__testUtils__/startPortal';
import { TerminalSocket } from '../__testUtils__/TerminalSocket';
import type { TerminalSocketOptions } from '../__testUtils__/TerminalSocket';

const MINE = '/teams/payments/workspaces/checkout-refunds';
const OTHER_APP = 'https://evil.example.com';

const userInfo = mockServices.userInfo.mock({
  getUserInfo: async credentials => {
    const { userEntityRef } = credentials.principal as {
      userEntityRef: string;
    };
    const group = providerGroupRef({ provider: 'corporate', name: 'CN=devs' });
    return { userEntityRef, ownershipEntityRefs: [userEntityRef, group] };
  },
});

describe('the terminal', () => {
  let portal: Portal;
  const open: TerminalSocket[] = [];
  const { events, feature } = recordAudit();

  beforeAll(async () => {
    portal = await startPortal({
      sandbox: { shells: true },
      features: [feature, userInfo.factory],
    });
  });
  afterEach(() => {
    for (const terminal of open.splice(0)) terminal.socket.terminate();
  });

  async function ticket(path: string = MINE): Promise<string> {
    const { status, body } = await portal
      .as('developer')
      .post(`${path}/terminal`);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.ticket;
  }

  async function connect(options: Partial<TerminalSocketOptions> = {}) {
    const url = `${portal.url.replace('http', 'ws')}/terminal`;
    const found = await TerminalSocket.open({
      url,
      ticket: options.ticket ?? (await ticket()),
      ...options,
    });
    if (typeof found !== 'number') open.push(found);
    return found;
  }

  async function shell(): Promise<TerminalSocket> {
    const terminal = await connect();
    if (typeof terminal === 'number') throw new Error(`refused: ${terminal}`);
    return terminal;
  }

  it('is a shell in the pod', async () => {
    const terminal = await shell();
    expect(terminal.socket.protocol).toBe('butler.terminal.v1');
    terminal.type('echo $((40 + 2))-ok\n');
    await terminal.shows(/42-ok/);
  });

  it('is audited when it opens and when it closes: who, and in which workspace', async () => {
    events.splice(0);
    const terminal = await shell();
    terminal.type('echo se"en"\n');
    await terminal.shows(/seen/);
    terminal.socket.close();
    const meta = {
      action: 'workspace.terminal',
      team: 'payments',
      name: 'checkout-refunds',
      user: 'user:default/developer',
      email: 'developer@example.com',
    };
    await eventually(() =>
      expect(
        // The close of an earlier test's terminal may still come.
        events
          .filter(({ eventId }) => eventId.startsWith('terminal-'))
          .slice(-2),
      ).toEqual([
        {
          eventId: 'terminal-open',
          severity: 'medium',
          result: 'succeeded',
          meta,
        },
        {
          eventId: 'terminal-close',
          severity: 'low',
          result: 'succeeded',
          meta: { ...meta, seconds: expect.any(Number) },
        },
      ]),
    );
  });

  it('is audited when it is refused, and the ticket is not told', async () => {
    const guess = 'g'.repeat(43);
    events.splice(0);
    expect(await connect({ ticket: guess })).toBe(401);
    await eventually(() =>
      expect(
        events
          .filter(({ eventId }) => eventId === 'terminal-open')
          .map(({ result, error }) => [result, error]),
      ).toEqual([['failed', expect.stringMatching(/ticket/)]]),
    );
    expect(JSON.stringify(events)).not.toContain(guess);
  });

  it('is not audited for requests that bring no ticket of the app’s', async () => {
    const valid = await ticket();
    events.splice(0);
    expect(await connect({ ticket: valid, origin: OTHER_APP })).toBe(403);
    expect(await connect({ ticket: 'none-of-ours' })).toBe(401);
    expect(await connect({ protocols: ['butler.terminal.v1'] })).toBe(401);
    // One that is audited, so that the others would have been by now.
    expect(await connect({ ticket: 'g'.repeat(43) })).toBe(401);
    await eventually(() =>
      expect(
        events.filter(
          ({ eventId, result }) =>
            eventId === 'terminal-open' && result === 'failed',
        ),
      ).toHaveLength(1),
    );
    expect(
      events.filter(({ eventId }) => eventId === 'terminal-open'),
    ).toHaveLength(1);
  });

  it('is audited as refused when the request opens no WebSocket', async () => {
    const protocols = ['butler.terminal.v1', await ticket()];
    events.splice(0);
    const status = await new Promise(resolve => {
      const sent = httpRequest({
        port: Number(new URL(portal.url).port),
        host: '127.0.0.1',
        path: '/api/butler/terminal',
        // All that a WebSocket's request has, but for its key.
        headers: {
          Connection: 'Upgrade',
          Upgrade: 'websocket',
          Origin: 'http://localhost:3000',
          'Sec-WebSocket-Version': '13',
          'Sec-WebSocket-Protocol': protocols.join(', '),
        },
      });
      sent.on('response', response => resolve(response.statusCode));
      sent.end();
    });
    expect(status).toBe(400);
    await eventually(() =>
      expect(events).toMatchObject([
        { eventId: 'terminal-open', result: 'failed' },
      ]),
    );
  });

  it('has the size that the browser says', async () => {
    const terminal = await shell();
    terminal.control({ type: 'resize', cols: 101, rows: 37 });
    terminal.type('stty size\n');
    await terminal.shows(/37 101/);
    terminal.control({ type: 'resize', cols: 90, rows: 30 });
    terminal.type('stty size\n');
    await terminal.shows(/30 90/);
    expect(terminal.messages).toEqual([]);
  });

  it('tells the exit code', async () => {
    const terminal = await shell();
    terminal.type('exit 7\n');
    expect(await terminal.ended()).toEqual({
      code: 1000,
      last: { type: 'exit', code: 7 },
    });
  });

  it('loses no byte of much output', async () => {
    const terminal = await shell();
    terminal.type('stty -echo; seq 1 100000; echo all-"there"\n');
    await terminal.shows(/all-there/);
    const numbers = Array.from({ length: 100_000 }, (_, at) => `${at + 1}\r\n`);
    expect(terminal.output.includes(numbers.join(''))).toBe(true);
  });

  it('loses no byte of much input', async () => {
    const terminal = await shell();
    terminal.type('stty -echo; echo re"ady"; head -n 5000 | wc -c\n');
    await terminal.shows(/ready/);
    terminal.type(`${'x'.repeat(99)}\n`.repeat(5_000));
    await terminal.shows(/500000/);
    expect(terminal.closeCode).toBeUndefined();
  });

  it.each([
    ['another app', OTHER_APP],
    ['nobody', null],
    ['a sandboxed frame', 'null'],
    ['a look-alike', 'http://localhost:3000.evil.example.com'],
    ['another port', 'http://localhost:3001'],
    ['another scheme', 'https://localhost:3000'],
  ])('does not open for %s', async (_, origin) => {
    const unused = await ticket();
    expect(await connect({ ticket: unused, origin })).toBe(403);
    // And the ticket is still good for the app.
    expect(await connect({ ticket: unused })).not.toBe(401);
  });

  it('opens once for a ticket, and never without', async () => {
    const once = await ticket();
    expect(await connect({ ticket: once })).toBeInstanceOf(TerminalSocket);
    expect(await connect({ ticket: once })).toBe(401);
    expect(await connect({ ticket: 'x'.repeat(43) })).toBe(401);
    for (const protocols of [
      ['butler.terminal.v1'],
      [await ticket()],
      [await ticket(), 'butler.terminal.v1'],
      ['butler.terminal.v1', await ticket(), 'more'],
    ]) {
      expect(await connect({ protocols })).toBe(401);
    }
  });

  it('takes no ticket in the URL', async () => {
    const secret = await ticket();
    const url = `${portal.url.replace('http', 'ws')}/terminal?ticket=${secret}`;
    expect(await connect({ url, protocols: ['butler.terminal.v1'] })).toBe(400);
  });

  it('gives tickets to the owner alone', async () => {
    for (const name of ['team-admin', 'platform-admin', 'viewer']) {
      const { status } = await portal.as(name).post(`${MINE}/terminal`);
      expect(status).toBe(403);
    }
    expect(
      (await portal.as('other-developer').post(`${MINE}/terminal`)).status,
    ).toBe(404);
    expect((await portal.as(undefined).post(`${MINE}/terminal`)).status).toBe(
      401,
    );
  });

  it('refuses control messages that it does not know', async () => {
    const terminal = await shell();
    terminal.control({ type: 'resize', cols: 1e9, rows: 1 });
    expect((await terminal.ended()).code).toBe(1008);
  });

  it('closes when its owner leaves the team, within a second', async () => {
    const terminal = await shell();
    const key = { name: 'payments' };
    const { spec } = portal.sandbox.objects.get('teams', key) ?? {};
    portal.sandbox.objects.patch('teams', key, {
      spec: { access: { users: [], groups: [] } },
    });
    const since = Date.now();
    const { code, last } = await terminal.ended();
    expect(Date.now() - since).toBeLessThan(1_000);
    expect(code).toBe(1008);
    expect(last).toMatchObject({ type: 'error' });
    portal.sandbox.objects.patch('teams', key, { spec });
    await eventually(async () => expect(await ticket()).toBeDefined());
  });

  it('opens for whoever is in the team by an identity provider’s group', async () => {
    const key = { name: 'payments' };
    const { spec } = portal.sandbox.objects.get('teams', key) ?? {};
    const group = {
      name: 'devs',
      role: 'admin',
      identityProvider: 'corporate',
    };
    portal.sandbox.objects.patch('teams', key, {
      spec: { access: { users: [], groups: [group] } },
    });
    await eventually(async () =>
      expect((await portal.as('developer').get('/me')).body.teams).toEqual([
        expect.objectContaining({ team: 'payments', role: 'admin' }),
      ]),
    );
    const terminal = await shell();
    terminal.type('echo o"pe"n\n');
    await terminal.shows(/open/);
    portal.sandbox.objects.patch('teams', key, { spec });
    await eventually(async () => expect(await ticket()).toBeDefined());
  });

  it('has no use for a ticket whose owner has left the team since', async () => {
    const early = await ticket();
    const key = { name: 'developer' };
    portal.sandbox.objects.patch('users', key, { spec: { disabled: true } });
    await eventually(async () =>
      expect((await portal.as('developer').get('/me')).status).toBe(403),
    );
    const terminal = await connect({ ticket: early });
    expect(terminal).toBeInstanceOf(TerminalSocket);
    const { code } = await (terminal as TerminalSocket).ended();
    expect(code).toBe(1008);
    portal.sandbox.objects.patch('users', key, { spec: { disabled: false } });
    await eventually(async () => expect(await ticket()).toBeDefined());
  });

  it('leaves every other path alone', async () => {
    await ticket();
    const port = Number(new URL(portal.url).port);
    const status = await new Promise(resolve => {
      const sent = httpRequest({
        port,
        host: '127.0.0.1',
        path: '/api/butler/terminal/x',
        headers: { Connection: 'Upgrade', Upgrade: 'websocket' },
      });
      sent.on('response', response => resolve(response.statusCode));
      sent.end();
    });
    // Express has answered, as it does without a listener for upgrades.
    expect(status).toBe(404);
  });

  it('closes when the workspace stops, and has no ticket for a stopped one', async () => {
    const terminal = await shell();
    const { status } = await portal.as('developer').post(`${MINE}/stop`);
    expect(status).toBe(202);
    // The end of the shell, or of the right to it: whichever is told first.
    expect((await terminal.ended()).last?.type).toMatch(/^(exit|error)$/);
    await eventually(async () => {
      const answer = await portal.as('developer').post(`${MINE}/terminal`);
      expect(answer.status).toBe(409);
      expect(answer.body.error.message).toMatch(/Start it/);
    });
  });

  it('closes with the Portal, and does not hold it up', async () => {
    await eventually(async () => {
      await portal.as('developer').post(`${MINE}/start`);
      expect(await ticket()).toBeDefined();
    });
    const terminal = await shell();
    const since = Date.now();
    await portal.stop();
    expect(Date.now() - since).toBeLessThan(2_000);
    expect((await terminal.ended()).code).toBe(1001);
  });
});
