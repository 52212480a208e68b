import { request } from 'node:http';
import { ObjectKey } from '../apiserver/types';
import { CONNECT } from '../names';
import { Sandbox } from '../sandbox';
import { startSandbox } from '../startSandbox';
import { aWorkspace, eventually, TestClient } from '../__testUtils__/client';

const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('the admin port', () => {
  let sandbox: Sandbox;
  let client: TestClient;

  beforeAll(async () => {
    sandbox = await startSandbox({ empty: true, adminPort: 0 });
    client = new TestClient(sandbox);
  });
  afterAll(async () => {
    await client.close();
    await sandbox.stop();
  });

  /** Sends what fetch would not: it sets Host by itself. */
  const send = (
    path: string,
    options: { method?: string; headers?: Record<string, string> } = {},
    body = '{}',
  ) =>
    new Promise<{ code?: number; body: Record<string, unknown> }>(
      (resolve, reject) => {
        const sent = request(
          `${sandbox.adminUrl}${path}`,
          { method: 'POST', headers: JSON_TYPE, ...options },
          response => {
            let text = '';
            response.on('data', chunk => {
              text += chunk;
            });
            response.on('end', () =>
              resolve({ code: response.statusCode, body: JSON.parse(text) }),
            );
          },
        );
        sent.on('error', reject);
        sent.end(body);
      },
    );

  it('listens on loopback, and only when asked for', async () => {
    expect(sandbox.adminUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const other = await startSandbox({ empty: true });
    expect(other.adminUrl).toBeUndefined();
    await other.stop();
  });

  it('refuses a Host that is not its own', async () => {
    for (const Host of ['rebound.example.com', '127.0.0.1', '127.0.0.1:1']) {
      const { code } = await send('/compact', {
        headers: { ...JSON_TYPE, Host },
      });
      expect(code).toBe(403);
    }
  });

  it('refuses what a web page can send', async () => {
    const Origin = 'http://localhost:3000';
    expect(
      (await send('/compact', { headers: { ...JSON_TYPE, Origin } })).code,
    ).toBe(403);
    expect((await send('/requests', { method: 'GET' }, '')).code).toBe(405);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const headers = { 'Content-Type': type };
      expect((await send('/compact', { headers })).code).toBe(415);
    }
    expect((await send('/compact', { headers: {} })).code).toBe(415);
  });

  it('says what is wrong with a command', async () => {
    expect(await send('/explode')).toMatchObject({
      code: 404,
      body: { error: expect.stringContaining('compact') },
    });
    expect(await send('/compact', {}, '{"when":"now"}')).toMatchObject({
      code: 400,
      body: { error: expect.stringContaining('unknown field "when"') },
    });
    expect(await send('/fail', {}, '{"status":200}')).toMatchObject({
      code: 400,
      body: { error: '"status" has to be a whole number from 400 to 599' },
    });
    expect(await send('/fail', {}, '{')).toMatchObject({ code: 400 });
    const long = JSON.stringify({ x: 'x'.repeat(70_000) });
    expect((await send('/fail', {}, long)).code).toBe(413);
  });

  it('makes the server forget its history', async () => {
    const list = await client.request('GET', '/api/v1/namespaces');
    const { resourceVersion } = list.body.metadata;
    expect(await send('/compact')).toEqual({ code: 200, body: {} });
    const { events, ended } = await client.watch(
      `/api/v1/namespaces?watch=true&resourceVersion=${resourceVersion}`,
    );
    await ended;
    expect(events).toMatchObject([{ type: 'ERROR', object: { code: 410 } }]);
  });

  it('fails requests, and tells which came', async () => {
    await send('/requests', {}, '{"clear":true}');
    await send(
      '/fail',
      {},
      '{"status":429,"retryAfter":2,"resource":"secrets"}',
    );
    const answer = await client.request('GET', '/api/v1/secrets');
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect((await send('/requests')).body.requests).toMatchObject([
      { method: 'GET', path: '/api/v1/secrets', status: 429 },
    ]);
  });

  it.each<[string, object, string]>([
    ['fail', {}, 'one of delay, status, cut and truncate'],
    ['fail', { cut: 'never' }, '"cut" has to be one of before, after'],
    ['fail', { verb: 'read', status: 500 }, '"verb" has to be one of get'],
    ['fail-at-random', { share: 2, status: 500 }, 'a number from 0 to 1'],
    ['fail-at-random', { status: 500 }, '"share" is missing'],
    ['stall-watches', {}, '"stalled" is missing'],
    ['advance', { by: '4 hours' }, 'a Go duration'],
    ['pause', { controllers: ['pod'] }, '"controllers" has to be one of team'],
    ['cut-watches', { cluster: 'nowhere/none' }, 'no tenant cluster'],
  ])('refuses %s %j', async (name, body, message) => {
    const answer = await send(`/${name}`, {}, JSON.stringify(body));
    expect(answer.code).toBeGreaterThanOrEqual(400);
    expect(answer.body.error).toContain(message);
  });

  it('goes away, comes back and restarts', async () => {
    const reached = () =>
      client.request('GET', '/api/v1/namespaces').then(
        ({ status }) => status,
        () => 'refused',
      );
    await send('/go-away');
    expect(await reached()).toBe('refused');
    await send('/come-back');
    await eventually(async () => expect(await reached()).toBe(200));
    await send('/fail', {}, '{"count":9,"status":500}');
    await send('/restart');
    await eventually(async () => expect(await reached()).toBe(200));
  });

  it('fails a share until it is told to stop', async () => {
    await send('/fail-at-random', {}, '{"share":1,"status":503}');
    const status = async () =>
      (await client.request('GET', '/api/v1/secrets')).status;
    expect([await status(), await status()]).toEqual([503, 503]);
    await send('/stop-failing');
    expect(await status()).toBe(200);
  });

  it('cuts and stalls watches', async () => {
    const path = '/api/v1/namespaces?watch=true';
    const watch = await client.watch(path);
    await send('/cut-watches');
    await watch.ended;
    await send('/stall-watches', {}, '{"stalled":true}');
    const stalled = await client.watch(path);
    await client.request('GET', '/api/v1/namespaces');
    expect(stalled.events).toEqual([]);
    await send('/stall-watches', {}, '{"stalled":false}');
    await eventually(() => expect(stalled.events).not.toEqual([]));
    stalled.close();
  });

  it('reaches tenant clusters, the controllers and their clock', async () => {
    const full = await startSandbox({ adminPort: 0 });
    const command = (name: string, body: object) =>
      fetch(`${full.adminUrl}/${name}`, {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify(body),
      });
    const workspace = () =>
      full.objects.get('workspaces', { namespace: 'payments', name: 'idle' });
    await command('pause', { controllers: ['workspace'] });
    full.objects.create('workspaces', aWorkspace('idle'));
    await command('advance', { by: '1m' });
    expect(workspace()?.status).toBeUndefined();
    await command('resume', {});
    await eventually(() =>
      expect(workspace()?.status).toMatchObject({ phase: 'Running' }),
    );
    full.objects.patch('workspaces', workspace()?.metadata as ObjectKey, {
      metadata: { annotations: { [CONNECT]: 'true' } },
    });
    await eventually(() =>
      expect(workspace()?.status).toMatchObject({ connected: true }),
    );
    await command('advance', { by: '4h1m' });
    expect(workspace()?.status).toMatchObject({ connected: false });
    const cluster = 'payments/payments-dev';
    const tenant = full.tenant({ namespace: 'payments', name: 'payments-dev' });
    expect((await command('go-away', { cluster })).status).toBe(200);
    await expect(
      new TestClient({
        ...full,
        url: tenant?.url as string,
      }).request('GET', '/version'),
    ).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await full.stop();
  });
});
