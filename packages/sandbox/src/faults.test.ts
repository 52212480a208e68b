import { Sandbox } from './sandbox';
import { startSandbox } from './startSandbox';
import { eventually, TestClient } from './__testUtils__/client';

describe('faults', () => {
  let sandbox: Sandbox;
  let client: TestClient;

  beforeAll(async () => {
    sandbox = await startSandbox({ empty: true });
    client = new TestClient(sandbox);
  });
  afterAll(async () => {
    await client.close();
    await sandbox.stop();
  });

  const namespaces = () => client.request('GET', '/api/v1/namespaces');

  it('goes away with all its connections and comes back on the same port', async () => {
    const watch = await client.watch('/api/v1/namespaces?watch=true');
    await sandbox.faults.goAway();
    await watch.ended;
    await expect(namespaces()).rejects.toThrow();
    sandbox.objects.create('namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'made-meanwhile' },
    });
    await sandbox.faults.comeBack();
    await eventually(async () => expect((await namespaces()).status).toBe(200));
    const { status } = await client.request(
      'GET',
      '/api/v1/namespaces/made-meanwhile',
    );
    expect(status).toBe(200);
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
});
