import { request } from 'node:https';
import { Fault } from './apiserver/http/faultInjector';
import { Sandbox } from './sandbox';
import { startSandbox } from './startSandbox';
import { eventually, TestClient } from './__testUtils__/client';

const NAMESPACES = '/api/v1/namespaces';
const SECRETS = '/api/v1/namespaces/default/secrets';

describe('faults', () => {
  let sandbox: Sandbox;
  let client: TestClient;

  beforeAll(async () => {
    sandbox = await startSandbox({ empty: true });
    client = new TestClient(sandbox);
  });
  afterEach(() => sandbox.faults.stopFailing());
  afterAll(async () => {
    await client.close();
    await sandbox.stop();
  });

  const namespaces = () => client.request('GET', NAMESPACES);
  const makeNamespace = (name: string) =>
    sandbox.objects.create('namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
  const secret = (name: string) =>
    sandbox.objects.get('secrets', { namespace: 'default', name });

  /** One request on a connection of its own, with all that can be seen of its end. */
  const raw = (
    method: string,
    path: string,
    body?: object,
    signal?: AbortSignal,
  ) =>
    new Promise<{
      status?: number;
      length?: number;
      text: string;
      error?: string;
    }>(resolve => {
      let status: number | undefined;
      let length: number | undefined;
      let text = '';
      const end = (error?: { code?: string }) =>
        resolve({ status, length, text, ...(error && { error: error.code }) });
      const sent = request(
        `${sandbox.url}${path}`,
        {
          method,
          ca: sandbox.ca,
          agent: false,
          signal,
          headers: {
            Authorization: `Bearer ${sandbox.token}`,
            'Content-Type': 'application/json',
          },
        },
        response => {
          status = response.statusCode;
          length = Number(response.headers['content-length']);
          response.on('data', chunk => {
            text += chunk;
          });
          response.on('end', () => end());
          response.on('error', end);
        },
      );
      sent.on('error', end);
      sent.end(body && JSON.stringify(body));
    });

  const createSecret = (name: string) =>
    raw('POST', SECRETS, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name },
    });

  it('goes away with all its connections and comes back on the same port', async () => {
    const watch = await client.watch(`${NAMESPACES}?watch=true`);
    await sandbox.faults.goAway();
    await watch.ended;
    expect(await raw('GET', NAMESPACES)).toMatchObject({
      error: 'ECONNREFUSED',
    });
    makeNamespace('made-meanwhile');
    await sandbox.faults.comeBack();
    await eventually(async () => expect((await namespaces()).status).toBe(200));
    const { status } = await client.request(
      'GET',
      `${NAMESPACES}/made-meanwhile`,
    );
    expect(status).toBe(200);
  });

  it('restarts with connections cut, versions valid and no fault left', async () => {
    const { body } = await namespaces();
    const watch = await client.watch(`${NAMESPACES}?watch=true`);
    sandbox.faults.failNext(9, { status: 500 });
    sandbox.faults.stallWatches(true);
    makeNamespace('before-restart');
    const { url } = sandbox;
    await sandbox.faults.restart();
    await watch.ended;
    expect(sandbox.url).toBe(url);
    const resumed = await client.watch(
      `${NAMESPACES}?watch=true&resourceVersion=${body.metadata.resourceVersion}`,
    );
    await eventually(() =>
      expect(resumed.events).toMatchObject([
        { type: 'ADDED', object: { metadata: { name: 'before-restart' } } },
      ]),
    );
    resumed.close();
    expect((await namespaces()).status).toBe(200);
  });

  it('fails as many matching requests as it was told to', async () => {
    sandbox.faults.failNext(2, {
      status: 429,
      retryAfter: 3,
      method: 'GET',
      resource: 'namespaces',
    });
    expect((await client.request('GET', '/api/v1/secrets')).status).toBe(200);
    const failed = await namespaces();
    expect(failed.status).toBe(429);
    expect(failed.headers.get('retry-after')).toBe('3');
    expect(failed.body).toMatchObject({
      reason: 'TooManyRequests',
      details: { retryAfterSeconds: 3 },
    });
    expect((await namespaces()).status).toBe(429);
    expect((await namespaces()).status).toBe(200);
  });

  it.each<[string, string, string]>([
    ['list', 'GET', NAMESPACES],
    ['get', 'GET', `${NAMESPACES}/default`],
    ['watch', 'GET', `${NAMESPACES}?watch=true`],
    ['create', 'POST', NAMESPACES],
    ['update', 'PUT', `${NAMESPACES}/default`],
    ['patch', 'PATCH', `${NAMESPACES}/default`],
    ['delete', 'DELETE', `${NAMESPACES}/default`],
    ['deletecollection', 'DELETE', SECRETS],
  ])('tells a %s from the other verbs', async (verb, method, path) => {
    const fault = { verb, status: 503 } as Fault;
    sandbox.faults.failNext(1, fault);
    const other = verb === 'get' ? NAMESPACES : `${NAMESPACES}/default`;
    expect((await raw('GET', other)).status).toBe(200);
    expect((await raw(method, path)).status).toBe(503);
  });

  it('resets the connection before a write has happened', async () => {
    sandbox.faults.failNext(1, { cut: 'before' });
    expect(await createSecret('cut-before')).toEqual({
      text: '',
      error: 'ECONNRESET',
    });
    expect(secret('cut-before')).toBeUndefined();
  });

  it('resets the connection after a write has happened', async () => {
    sandbox.faults.failNext(1, { cut: 'after' });
    expect(await createSecret('cut-after')).toEqual({
      text: '',
      error: 'ECONNRESET',
    });
    expect(secret('cut-after')).toBeDefined();
    expect((await createSecret('cut-after')).status).toBe(409);
  });

  it('ends in the middle of a body', async () => {
    sandbox.faults.failNext(1, { truncate: true, verb: 'list' });
    const answer = await raw('GET', NAMESPACES);
    expect(answer).toMatchObject({ status: 200, error: 'ECONNRESET' });
    expect(answer.text.length).toBeGreaterThan(0);
    expect(answer.text.length).toBeLessThan(answer.length as number);
    expect(() => JSON.parse(answer.text)).toThrow();
  });

  it('ends a watch in the middle of an event', async () => {
    sandbox.faults.failNext(1, { truncate: true, verb: 'watch' });
    const answer = await raw('GET', `${NAMESPACES}?watch=true`);
    expect(answer).toMatchObject({ status: 200, error: 'ECONNRESET' });
    expect(() => JSON.parse(answer.text)).toThrow();
  });

  it('lets a request wait, and does nothing for one whose client gave up', async () => {
    sandbox.faults.failNext(1, { delay: 3_600_000 });
    sandbox.requests.clear();
    const abort = new AbortController();
    const hanging = raw(
      'POST',
      SECRETS,
      { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'late' } },
      abort.signal,
    );
    await eventually(() =>
      expect(sandbox.requests.all()).toMatchObject([{ status: 0 }]),
    );
    abort.abort();
    expect(await hanging).toMatchObject({ error: 'ABORT_ERR' });
    expect(secret('late')).toBeUndefined();
  });

  it('answers a request late', async () => {
    sandbox.faults.failNext(1, { delay: 50, status: 504 });
    const before = Date.now();
    expect((await raw('GET', NAMESPACES)).status).toBe(504);
    expect(Date.now() - before).toBeGreaterThanOrEqual(49);
    sandbox.faults.failNext(1, { delay: 50 });
    expect((await raw('GET', NAMESPACES)).status).toBe(200);
  });

  it('fails a share of the requests, the same ones for the same seed', async () => {
    const run = async (seed: number) => {
      sandbox.faults.failAtRandom(0.3, { status: 500, verb: 'list' }, seed);
      const statuses = [];
      for (let index = 0; index < 60; index += 1) {
        statuses.push((await namespaces()).status);
      }
      sandbox.faults.stopFailing();
      return statuses;
    };
    const first = await run(7);
    expect(await run(7)).toEqual(first);
    expect(await run(8)).not.toEqual(first);
    const failed = first.filter(status => status === 500).length;
    expect(failed).toBeGreaterThan(6);
    expect(failed).toBeLessThan(36);
  });

  it('leaves a stalled watch open past its time, as a dead connection is', async () => {
    const watch = await client.watch(
      `${NAMESPACES}?watch=true&timeoutSeconds=1`,
    );
    let over = false;
    watch.ended.then(() => {
      over = true;
    });
    sandbox.faults.stallWatches(true);
    // One that was opened later, for as long, and is not stalled: when it has ended the other is past its time.
    const other = await startSandbox({ empty: true });
    const elsewhere = new TestClient(other);
    const lively = await elsewhere.watch(
      `${NAMESPACES}?watch=true&timeoutSeconds=1`,
    );
    await lively.ended;
    await namespaces();
    expect(over).toBe(false);
    sandbox.faults.stallWatches(false);
    await watch.ended;
    await elsewhere.close();
    await other.stop();
  });
});

describe('faults of a tenant cluster', () => {
  it('leave the management cluster alone', async () => {
    const sandbox = await startSandbox();
    const tenant = sandbox.tenant({
      namespace: 'payments',
      name: 'payments-dev',
    });
    await tenant?.faults.goAway();
    const client = new TestClient(sandbox);
    expect((await client.request('GET', NAMESPACES)).status).toBe(200);
    const inTenant = { ...sandbox, url: tenant?.url as string };
    const other = new TestClient(inTenant);
    await expect(other.request('GET', NAMESPACES)).rejects.toThrow();
    await tenant?.faults.comeBack();
    tenant?.requests.clear();
    // It listens again; the token and the CA are others here.
    await expect(other.request('GET', NAMESPACES)).rejects.toMatchObject({
      cause: { code: expect.stringMatching(/SIGNATURE|CERT/) },
    });
    await Promise.all([client.close(), other.close()]);
    await sandbox.stop();
  });
});
