import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { mockApis, registerMswTestHooks } from '@backstage/frontend-test-utils';
import { aMe, aWorkspace } from '../__testUtils__/fixtures';
import { ButlerClient } from './ButlerClient';

const server = setupServer();
registerMswTestHooks(server);

const BASE = 'http://example.com/api/butler';

function makeClient(timeLimitMs?: number) {
  return new ButlerClient(
    {
      discoveryApi: mockApis.discovery({ baseUrl: 'http://example.com' }),
      fetchApi: { fetch: (...args) => fetch(...args) },
    },
    timeLimitMs,
  );
}

const key = { team: 'payments', name: 'web-api' };

describe('ButlerClient', () => {
  it('reads who the person is', async () => {
    server.use(http.get(`${BASE}/me`, () => HttpResponse.json(aMe())));
    await expect(makeClient().getMe()).resolves.toEqual(aMe());
  });

  it('asks for the workloads of a cluster, or of one namespace there', async () => {
    const asked: string[] = [];
    const list = { namespaces: [], items: [], truncated: false };
    server.use(
      http.get(`${BASE}/teams/payments/clusters/dev-eu/workloads`, req => {
        asked.push(new URL(req.request.url).search);
        return HttpResponse.json(list);
      }),
    );
    const client = makeClient();
    expect(await client.getWorkloads('payments', 'dev-eu')).toEqual(list);
    await client.getWorkloads('payments', 'dev-eu', 'shop');
    expect(asked).toEqual(['', '?namespace=shop']);
  });

  it('says what to do when the session has ended, not what the token lacks', async () => {
    server.use(
      http.get(`${BASE}/me`, () =>
        HttpResponse.json(
          { error: { name: 'AuthenticationError', message: 'Illegal token' } },
          { status: 401 },
        ),
      ),
    );
    await expect(makeClient().getMe()).rejects.toMatchObject({
      status: 401,
      message: expect.stringMatching(/^Your session has ended\. Reload/),
    });
  });

  it('gives a dry run the key of a try whose answer was lost', async () => {
    const seen: unknown[] = [];
    server.use(
      http.post(`${BASE}/teams/payments/workspaces`, ({ request }) => {
        const { searchParams } = new URL(request.url);
        seen.push(
          searchParams.get('dryRun'),
          request.headers.get('Idempotency-Key'),
        );
        return HttpResponse.json(aWorkspace(), { status: 201 });
      }),
    );
    const body = {
      name: 'web-api',
      spec: { clusterRef: { name: 'dev-eu' }, image: 'acme/go:1' },
    };
    await makeClient().tryCreateWorkspace('payments', body, 'key-1');
    await makeClient().tryCreateWorkspace('payments', body);
    expect(seen).toEqual(['true', 'key-1', 'true', null]);
  });

  it('sends the same idempotency key that it was given', async () => {
    const seen: unknown[] = [];
    server.use(
      http.post(`${BASE}/teams/payments/workspaces`, async ({ request }) => {
        seen.push(request.headers.get('Idempotency-Key'));
        seen.push(await request.json());
        return HttpResponse.json(aWorkspace(), { status: 201 });
      }),
    );
    const body = {
      name: 'web-api',
      spec: { clusterRef: { name: 'dev-eu' }, image: 'acme/go:1' },
    };
    await makeClient().createWorkspace('payments', body, 'key-1');
    expect(seen).toEqual(['key-1', body]);
  });

  it('asks for an action by POST', async () => {
    server.use(
      http.post(`${BASE}/teams/payments/workspaces/web-api/stop`, () =>
        HttpResponse.json(aWorkspace({ phase: 'Stopped' }), { status: 202 }),
      ),
    );
    const answer = await makeClient().act(key, 'stop');
    expect(answer.status?.phase).toBe('Stopped');
  });

  it('deletes the workspace with this uid only', async () => {
    const uids: (string | null)[] = [];
    server.use(
      http.delete(
        `${BASE}/teams/payments/workspaces/web-api`,
        ({ request }) => {
          uids.push(new URL(request.url).searchParams.get('uid'));
          return new HttpResponse(null, { status: 204 });
        },
      ),
    );
    await makeClient().deleteWorkspace(key, 'a b&c');
    expect(uids).toEqual(['a b&c']);
  });

  it('keeps odd names inside their segment of the path', async () => {
    const paths: string[] = [];
    server.use(
      http.get(`${BASE}/*`, ({ request }) => {
        paths.push(new URL(request.url).pathname);
        return HttpResponse.json({ items: [] });
      }),
    );
    await makeClient().getClusters('a/b?c');
    expect(paths).toEqual(['/api/butler/teams/a%2Fb%3Fc/clusters']);
  });

  it('turns a refusal into words, fields and the request id', async () => {
    const fields = [{ path: 'spec.image', message: 'Name an image.' }];
    server.use(
      http.post(`${BASE}/teams/payments/workspaces`, () =>
        HttpResponse.json(
          { error: { name: 'InputError', message: 'Look again.', fields } },
          { status: 400, headers: { 'X-Request-Id': 'r-1' } },
        ),
      ),
    );
    const body = {
      name: 'x',
      spec: { clusterRef: { name: 'dev-eu' }, image: '' },
    };
    await expect(
      makeClient().createWorkspace('payments', body, 'key-1'),
    ).rejects.toMatchObject({
      name: 'ButlerError',
      message: 'Look again.',
      status: 400,
      fields,
      requestId: 'r-1',
    });
  });

  it('shows no HTML of a proxy to people', async () => {
    server.use(
      http.get(`${BASE}/me`, () =>
        HttpResponse.html('<h1>Bad gateway</h1>', { status: 502 }),
      ),
    );
    await expect(makeClient().getMe()).rejects.toMatchObject({
      status: 502,
      message: expect.stringMatching(
        /^The Portal’s backend answered with status 502/,
      ),
    });
  });

  it('tells a sign-in page of a proxy from an answer', async () => {
    server.use(
      http.get(`${BASE}/me`, () => HttpResponse.html('<h1>Sign in</h1>')),
    );
    await expect(makeClient().getMe()).rejects.toMatchObject({
      name: 'ButlerError',
      // A write may have been done all the same: nobody knows.
      status: 0,
      message: expect.stringMatching(
        /^What came back is not the Portal’s answer.* Reload the page/,
      ),
    });
  });

  it('says that the backend cannot be reached', async () => {
    server.use(http.get(`${BASE}/me`, () => HttpResponse.error()));
    await expect(makeClient().getMe()).rejects.toMatchObject({
      name: 'ButlerError',
      status: 0,
      message: expect.stringContaining('cannot be reached'),
    });
  });

  it('does not wait for ever', async () => {
    server.use(
      http.get(`${BASE}/me`, async () => {
        await delay('infinite');
        return HttpResponse.json(aMe());
      }),
    );
    await expect(makeClient(20).getMe()).rejects.toMatchObject({
      status: 0,
      message: expect.stringContaining('did not answer in time'),
    });
  });
});
