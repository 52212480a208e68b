import { request } from 'node:http';
import { Sandbox } from '../sandbox';
import { startSandbox } from '../startSandbox';
import { TestClient } from '../__testUtils__/client';

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
});
