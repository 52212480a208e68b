import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { askedOf } from '../__testUtils__/askedOf';
import { eventually } from '../__testUtils__/eventually';
import { startPortal } from '../__testUtils__/startPortal';
import type { Portal } from '../__testUtils__/startPortal';

const CREATE = {
  name: 'new-one',
  spec: { clusterRef: { name: 'payments-dev' }, image: 'ghcr.io/acme/go:1.24' },
};
const MINE = '/teams/payments/workspaces/checkout-refunds';

describe('who may do what', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(async () => portal.stop());
  beforeEach(() => portal.sandbox.requests.clear());

  function apiRequests() {
    return askedOf(portal.sandbox);
  }

  it('answers nothing but health without a session', async () => {
    const nobody = portal.as(undefined);
    expect((await nobody.get('/health')).body).toEqual({ status: 'ok' });
    for (const path of ['/me', '/workspaces', '/events', MINE, '/healthy']) {
      expect((await nobody.get(path)).status).toBe(401);
    }
    expect(
      (await nobody.post('/teams/payments/workspaces', CREATE)).status,
    ).toBe(401);
  });

  it('gives every answer an id to quote, never the caller’s own', async () => {
    const ids = await Promise.all(
      ['/me', '/teams/search/workspaces/synonyms', '/nowhere'].map(
        async path =>
          (
            await portal
              .as('developer')
              .get(path, { 'X-Request-Id': 'chosen-by-the-caller' })
          ).headers['x-request-id'],
      ),
    );
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says who one is', async () => {
    expect((await portal.as('developer').get('/me')).body).toEqual({
      email: 'developer@example.com',
      displayName: 'Developer',
      teams: [
        {
          team: 'payments',
          displayName: 'Payments',
          namespace: 'payments',
          role: 'operator',
        },
      ],
      sshKeyCount: 1,
    });
    expect((await portal.as('platform-admin').get('/me')).body).toMatchObject({
      platformRole: 'admin',
      teams: [
        { team: 'payments', role: 'admin' },
        { team: 'search', role: 'admin' },
      ],
    });
  });

  it.each([
    ['no-email', /spec\.profile\.email/],
    ['stranger', /platform admin to create/],
  ])('refuses %s with words that help', async (name, words) => {
    for (const path of ['/me', '/workspaces', '/events']) {
      const { status, body } = await portal.as(name).get(path);
      expect(status).toBe(403);
      expect(body.error.message).toMatch(words);
    }
  });

  it('takes a disabled user’s access away at the next request', async () => {
    const key = { name: 'viewer' };
    expect((await portal.as('viewer').get('/me')).status).toBe(200);
    portal.sandbox.objects.patch('users', key, { spec: { disabled: true } });
    await eventually(async () => {
      const { status, body } = await portal.as('viewer').get('/me');
      expect(status).toBe(403);
      expect(body.error.message).toMatch(/disabled/);
    });
    portal.sandbox.objects.patch('users', key, { spec: { disabled: false } });
    await eventually(async () =>
      expect((await portal.as('viewer').get('/me')).status).toBe(200),
    );
  });

  it('does not let a viewer create', async () => {
    const { status, body } = await portal
      .as('viewer')
      .post('/teams/payments/workspaces', CREATE);
    expect(status).toBe(403);
    expect(body.error).toMatchObject({ name: 'NotAllowedError' });
    expect(apiRequests()).toEqual([]);
  });

  it('hides a team and its workspaces from everybody else', async () => {
    const other = portal.as('other-developer');
    const answers = await Promise.all([
      other.get(MINE),
      other.get(`${MINE}/connection`),
      other.delete(MINE),
      other.post(`${MINE}/stop`),
      other.post(`${MINE}/connect`),
      other.get('/teams/payments/clusters'),
      other.get('/teams/payments/templates'),
      other.get('/events?team=payments'),
      other.post('/teams/payments/workspaces', CREATE),
      other.get('/teams/no-such-team/clusters'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect((await other.get('/workspaces?team=payments')).body).toEqual({
      items: [],
      totalItems: 0,
    });
    expect(apiRequests()).toEqual([]);
  });

  it('hides another operator’s workspace, and tells the same as of none', async () => {
    const developer = portal.as('developer');
    const hidden = await developer.get(
      '/teams/payments/workspaces/ledger-upgrade',
    );
    const none = await developer.get(
      '/teams/payments/workspaces/no-such-thing',
    );
    expect([hidden.status, none.status]).toEqual([404, 404]);
    expect(
      hidden.body.error.message.replace('ledger-upgrade', 'no-such-thing'),
    ).toBe(none.body.error.message);
    expect(
      (await developer.delete('/teams/payments/workspaces/ledger-upgrade'))
        .status,
    ).toBe(404);
  });

  it('lets viewers look and do nothing', async () => {
    const viewer = portal.as('viewer');
    expect((await viewer.get(MINE)).status).toBe(200);
    const answers = await Promise.all([
      viewer.post(`${MINE}/stop`),
      viewer.post(`${MINE}/start`),
      viewer.post(`${MINE}/disconnect`),
      viewer.delete(MINE),
      viewer.get(`${MINE}/connection`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([
      403, 403, 403, 403, 403,
    ]);
    expect(apiRequests()).toEqual([]);
  });

  it('lets nobody but the owner connect, a platform admin neither', async () => {
    for (const name of ['team-admin', 'platform-admin']) {
      const admin = portal.as(name);
      expect((await admin.get(MINE)).status).toBe(200);
      expect((await admin.get(`${MINE}/connection`)).status).toBe(403);
      expect((await admin.post(`${MINE}/connect`)).status).toBe(403);
      expect((await admin.post(`${MINE}/start`)).status).toBe(403);
    }
    expect(
      (await portal.as('developer').get(`${MINE}/connection`)).body,
    ).toMatchObject({ host: '203.0.113.200', user: 'dev' });
  });

  it.each([
    '..',
    '.',
    'a%2Fb',
    '%2e%2e',
    '%2E',
    '',
    'A',
    'a_b',
    'a%20b',
    '%00',
    '%ff',
    '%zz',
    `${'a'.repeat(64)}`,
    'a/b',
  ])('refuses %j as a name before Kubernetes hears of it', async bad => {
    const developer = portal.as('developer');
    const answers = await Promise.all([
      developer.get(`/teams/payments/workspaces/${bad}`),
      developer.delete(`/teams/payments/workspaces/${bad}`),
      developer.post(`/teams/payments/workspaces/${bad}/connect`),
      developer.post(`/teams/${bad}/workspaces`, CREATE),
      developer.get(`/teams/${bad}/clusters`),
      developer.post('/teams/payments/workspaces', {
        ...CREATE,
        name: decodeURIComponent(/%(ff|zz)/.test(bad) ? '' : bad),
      }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400));
    for (const { body } of answers) {
      expect(body).toMatchObject({
        error: { name: expect.any(String), message: expect.any(String) },
        response: { statusCode: 400 },
      });
    }
    expect(apiRequests()).toEqual([]);
  });

  it('refuses a body that names another owner, and every field that there is not', async () => {
    const { status, body } = await portal
      .as('developer')
      .post('/teams/payments/workspaces', {
        ...CREATE,
        labels: {},
        spec: {
          ...CREATE.spec,
          owner: 'viewer@example.com',
          repositories: [{ url: 'file:///etc' }],
        },
      });
    expect(status).toBe(400);
    expect(
      body.error.fields.map(({ path }: { path: string }) => path).sort(),
    ).toEqual(['labels', 'spec.owner', 'spec.repositories[0].url']);
    expect(apiRequests()).toEqual([]);
  });

  it('refuses bodies that are no JSON, too large, or not asked for', async () => {
    const developer = portal.as('developer');
    const broken = await developer.post(
      '/teams/payments/workspaces',
      '{"name":',
    );
    expect([broken.status, broken.body.error.name]).toEqual([
      400,
      'InputError',
    ]);
    expect(broken.text).not.toContain('"body"');
    const large = await developer.post('/teams/payments/workspaces', {
      ...CREATE,
      name: 'a'.repeat(1024 * 1024),
    });
    expect([large.status, large.body.error.message]).toEqual([
      413,
      'The body is too large. Send 1 MiB at most.',
    ]);
    expect(
      (await developer.post(`${MINE}/connect`, { force: true })).status,
    ).toBe(400);
    expect(
      (await developer.post('/teams/payments/workspaces', [])).status,
    ).toBe(400);
    expect((await developer.post('/teams/payments/workspaces')).status).toBe(
      400,
    );
  });

  it.each([
    '/workspaces?phase=Sleeping',
    '/workspaces?limit=0',
    '/workspaces?limit=501',
    '/workspaces?team=..',
    '/workspaces?owner[]=x',
    '/workspaces?unknown=1',
    '/workspaces?cursor=x',
    '/events?team=a%2Fb',
    `${MINE}?uid=x`,
    '/me?x=1',
  ])('refuses the query of %s', async path => {
    const { status, body } = await portal.as('developer').get(path);
    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
  });

  it('answers a path that there is not with 404', async () => {
    const { status, body } = await portal.as('developer').get('/no-such-thing');
    expect([status, body.error.name]).toEqual([404, 'NotFoundError']);
  });

  it('lists from the cache at no cost to the API server', async () => {
    const { status, body, headers } = await portal
      .as('team-admin')
      .get('/workspaces');
    expect(status).toBe(200);
    expect(headers['x-butler-stale-since']).toBeUndefined();
    expect(body.totalItems).toBe(4);
    expect(
      body.items.map(
        (item: { metadata: { labels: object } }) => item.metadata.labels,
      )[0],
    ).toMatchObject({
      'butler.butlerlabs.dev/team': 'payments',
    });
    expect(
      (await portal.as('developer').get('/workspaces')).body.totalItems,
    ).toBe(3);
    expect(apiRequests()).toEqual([]);
  });

  it('shows the clusters with their quota, those that take workspaces first', async () => {
    const { body } = await portal.as('viewer').get('/teams/payments/clusters');
    expect(
      body.items.map(
        (item: { metadata: { name: string } }) => item.metadata.name,
      ),
    ).toEqual(['payments-dev', 'payments-legacy']);
    expect(body.items[0].quota.count).toEqual({
      limit: '20',
      used: '3',
      left: '17',
    });
    expect(JSON.stringify(body)).not.toMatch(/kubeconfig|tenantNamespace/i);
  });

  it('shows the templates of Butler and of the team, and no other team’s', async () => {
    const { body } = await portal.as('viewer').get('/teams/payments/templates');
    const namespaces = body.items.map(
      (item: { metadata: { namespace: string } }) => item.metadata.namespace,
    );
    expect(new Set(namespaces)).toEqual(new Set(['butler-system', 'payments']));
  });
});

describe('Backstage’s policy', () => {
  it('narrows what Butler allows', async () => {
    const portal = await startPortal({
      policy: () => ({ result: AuthorizeResult.DENY }),
    });
    try {
      const developer = portal.as('developer');
      expect((await developer.get('/me')).status).toBe(200);
      const answers = await Promise.all([
        developer.get('/workspaces'),
        developer.get(MINE),
        developer.get('/events'),
        developer.get('/teams/payments/templates'),
        developer.post(`${MINE}/stop`),
        developer.post('/teams/payments/workspaces', CREATE),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(
        answers.map(() => 403),
      );
    } finally {
      await portal.stop();
    }
  });
});
