import { askedOf } from '../__testUtils__/askedOf';
import { eventually } from '../__testUtils__/eventually';
import { startPortal } from '../__testUtils__/startPortal';
import type { Portal } from '../__testUtils__/startPortal';

const PAYMENTS = '/teams/payments/workspaces';
const TENANT = { namespace: 'payments', name: 'payments-dev' };
const CONNECT = 'butler.butlerlabs.dev/connect';

function draft(name: string, spec: object = {}) {
  return {
    name,
    template: { namespace: 'butler-system', name: 'go' },
    spec: {
      clusterRef: { name: 'payments-dev' },
      image: 'ghcr.io/acme/go:1.24',
      ...spec,
    },
  };
}

describe('workspaces', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      groups: {
        'other-developer': ['search-helpers', 'system:masters', 'everybody'],
      },
    });
  });
  afterAll(async () => portal.stop());
  beforeEach(() => portal.sandbox.requests.clear());

  function writes() {
    return askedOf(portal.sandbox).filter(({ method }) => method !== 'GET');
  }

  function stored(name: string) {
    return portal.sandbox.objects.get('workspaces', {
      namespace: 'payments',
      name,
    });
  }

  async function reaches(name: string, phase: string, connected?: boolean) {
    return eventually(async () => {
      const { body } = await portal.as('developer').get(`${PAYMENTS}/${name}`);
      expect(body.status?.phase).toBe(phase);
      if (connected !== undefined)
        expect(body.status.connected ?? false).toBe(connected);
      return body;
    });
  }

  it('say why a stop in a tenant that cannot be reached has failed', async () => {
    // Before any other test has made the tenant's client, which is kept.
    portal.sandbox.faults.failNext(1, {
      status: 500,
      method: 'GET',
      resource: 'secrets',
    });
    const { status, body, headers } = await portal
      .as('team-admin')
      .post(`${PAYMENTS}/ledger-upgrade/stop`);
    expect(status).toBe(503);
    expect(headers['retry-after']).toBeDefined();
    expect(body.error.message).toMatch(/payments-dev/);
  });

  it('belong to who creates them, and can be read at once', async () => {
    const developer = portal.as('developer');
    const { status, body } = await developer.post(PAYMENTS, draft('mine'));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      metadata: {
        name: 'mine',
        namespace: 'payments',
        labels: {
          'butler.butlerlabs.dev/team': 'payments',
          'butler.butlerlabs.dev/tenant': 'payments-dev',
        },
        annotations: {
          'butler.butlerlabs.dev/created-by': 'developer@example.com',
          'butler.butlerlabs.dev/template': 'butler-system/go',
        },
      },
      spec: { owner: 'developer@example.com' },
    });
    expect(body.metadata.managedFields).toBeUndefined();
    expect((await developer.get(`${PAYMENTS}/mine`)).status).toBe(200);
    expect((await developer.get('/workspaces?q=mine')).body.totalItems).toBe(1);
    await reaches('mine', 'Running');
  });

  it('are created as the person, and nothing of the caller’s headers goes through', async () => {
    await portal.as('developer').post(PAYMENTS, draft('impersonated'), {
      'Impersonate-User': 'system:admin',
      'Impersonate-Group': 'system:masters',
      'Impersonate-Extra-x': 'y',
    });
    expect(writes()).toEqual([
      expect.objectContaining({
        method: 'POST',
        status: 201,
        impersonatedUser: 'developer@example.com',
        impersonatedGroups: ['system:authenticated'],
      }),
    ]);
  });

  it('are created with those groups of the person that a Team names', async () => {
    portal.sandbox.objects.patch(
      'teams',
      { name: 'search' },
      {
        spec: {
          access: {
            groups: [
              { name: 'search-helpers@example.com', role: 'operator' },
              { name: 'system:masters', role: 'admin' },
            ],
          },
        },
      },
    );
    const other = portal.as('other-developer');
    await eventually(async () => {
      const { status } = await other.post('/teams/search/workspaces', {
        name: 'grouped',
        spec: { clusterRef: { name: 'search-dev' }, image: 'go:1' },
      });
      expect([201, 409]).toContain(status);
      expect(writes().at(-1)?.impersonatedGroups).toEqual([
        'system:authenticated',
        'search-helpers@example.com',
      ]);
    });
  });

  it('are checked by a dry run that writes nothing', async () => {
    const { status } = await portal
      .as('developer')
      .post(`${PAYMENTS}?dryRun=true`, draft('dry'));
    expect(status).toBe(201);
    expect(writes()).toEqual([
      expect.objectContaining({ path: expect.stringContaining('dryRun=All') }),
    ]);
    expect(stored('dry')).toBeUndefined();
    expect((await portal.as('developer').get(`${PAYMENTS}/dry`)).status).toBe(
      404,
    );
  });

  it('are created once for one idempotency key, even by two requests at once', async () => {
    const developer = portal.as('developer');
    const key = { 'Idempotency-Key': 'form 1' };
    const answers = await Promise.all([
      developer.post(PAYMENTS, draft('once'), key),
      developer.post(PAYMENTS, draft('once'), key),
    ]);
    const again = await developer.post(PAYMENTS, draft('once'), key);
    const uids = [...answers, again].map(({ body }) => body.metadata.uid);
    expect([...answers, again].map(({ status }) => status)).toEqual([
      201, 201, 201,
    ]);
    expect(new Set(uids).size).toBe(1);
    expect(again.text).not.toContain('idempotency');
    // Else a form whose answer was lost would learn that its own name is taken.
    const dry = await developer.post(
      `${PAYMENTS}?dryRun=true`,
      draft('once'),
      key,
    );
    expect(dry.status).toBe(201);
    expect(dry.body.metadata.uid).toBe(uids[0]);

    const others = await Promise.all([
      developer.post(PAYMENTS, draft('once'), { 'Idempotency-Key': 'form 2' }),
      developer.post(PAYMENTS, draft('once')),
      portal.as('team-admin').post(PAYMENTS, draft('once'), key),
    ]);
    for (const { status, body } of others) {
      expect(status).toBe(409);
      expect(body.error.message).toMatch(/name is taken/);
    }
    const bad = await developer.post(PAYMENTS, draft('twice'), {
      'Idempotency-Key': 'x'.repeat(201),
    });
    expect(bad.status).toBe(400);
  });

  it('can be read at once by who lost the answer to the create and repeats it', async () => {
    const developer = portal.as('developer');
    const key = { 'Idempotency-Key': 'lost' };
    const { faults } = portal.sandbox;
    // Neither the watch nor the first answer tells the Portal of it.
    faults.stallWatches(true);
    try {
      faults.failNext(1, {
        verb: 'create',
        resource: 'workspaces',
        cut: 'after',
      });
      const first = await developer.post(PAYMENTS, draft('lost'), key);
      const second = await developer.post(PAYMENTS, draft('lost'), key);
      expect([first.status, second.status]).toEqual([503, 201]);
      const { status } = await developer.get(`${PAYMENTS}/lost`);
      expect(status).toBe(200);
    } finally {
      faults.stallWatches(false);
    }
  });

  it.each([
    ['no-such-cluster', /has no cluster/],
    ['search-dev', /has no cluster/],
    ['payments-legacy', /takes no workspaces/],
  ])('are not created on %s', async (name, words) => {
    const { status, body } = await portal
      .as('developer')
      .post(PAYMENTS, draft('nowhere', { clusterRef: { name } }));
    expect(status).toBe(400);
    expect(body.error.fields).toEqual([
      { path: 'spec.clusterRef.name', message: expect.stringMatching(words) },
    ]);
    expect(writes()).toEqual([]);
  });

  it('are not created beyond the quota', async () => {
    const limit = (maxWorkspaces: number) =>
      portal.sandbox.objects.patch('tenantclusters', TENANT, {
        spec: { workspaces: { maxWorkspaces } },
      });
    limit(1);
    await eventually(async () => {
      const { status, body } = await portal
        .as('developer')
        .post(`${PAYMENTS}?dryRun=true`, draft('full'));
      expect(status).toBe(409);
      expect(body.error.message).toMatch(/of 1 workspaces/);
    });
    limit(0);
    await eventually(async () => {
      const { status } = await portal
        .as('developer')
        .post(`${PAYMENTS}?dryRun=true`, draft('full'));
      expect(status).toBe(201);
    });
  });

  it('tell why a rule of the management cluster refuses them', async () => {
    portal.sandbox.faults.failNext(1, {
      status: 403,
      message:
        'admission webhook "images.example.com" denied the request: Use images of ghcr.io/acme.',
      method: 'POST',
      resource: 'workspaces',
    });
    const { status, body } = await portal
      .as('developer')
      .post(PAYMENTS, draft('refused'));
    expect(status).toBe(400);
    expect(body.error.fields).toEqual([
      { path: '', message: 'Use images of ghcr.io/acme.' },
    ]);
  });

  it('are made although another create was booked into the same ResourceQuota at that moment', async () => {
    portal.sandbox.faults.failNext(2, {
      status: 409,
      message:
        'Operation cannot be fulfilled on resourcequotas "few": the object has been modified; please apply your changes to the latest version and try again',
      method: 'POST',
      resource: 'workspaces',
    });
    const { status } = await portal
      .as('developer')
      .post(PAYMENTS, draft('crowded'));
    expect(status).toBe(201);
  });

  it('tell in Kubernetes’ stead which fields it has refused', async () => {
    portal.sandbox.faults.failNext(1, {
      status: 422,
      method: 'POST',
      resource: 'workspaces',
    });
    const { status, body } = await portal
      .as('developer')
      .post(PAYMENTS, draft('refused'));
    expect(status).toBe(400);
    expect(body.error.fields).toEqual(expect.any(Array));
  });

  it.each([
    [403, 403, /Ask a platform admin/],
    [401, 503, /does not accept the credentials/],
    [429, 503, /too much to do/],
    [500, 503, /Try again/],
  ])('put a %i of Kubernetes into words', async (fault, status, words) => {
    // Credentials that are refused are read again once.
    portal.sandbox.faults.failNext(fault === 401 ? 2 : 1, {
      status: fault,
      retryAfter: 7,
      method: 'POST',
      resource: 'workspaces',
    });
    const answer = await portal
      .as('developer')
      .post(PAYMENTS, draft('failing'));
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(words);
  });

  it('say when to try again, as Kubernetes has said', async () => {
    portal.sandbox.faults.failNext(1, {
      status: 429,
      retryAfter: 7,
      method: 'POST',
      resource: 'workspaces',
    });
    const { headers } = await portal
      .as('developer')
      .post(PAYMENTS, draft('failing'));
    expect(headers['retry-after']).toBe('7');
  });

  it('go through their whole life', async () => {
    const developer = portal.as('developer');
    const act = (action: string) =>
      developer.post(`${PAYMENTS}/life/${action}`);
    await developer.post(PAYMENTS, draft('life'));
    await reaches('life', 'Running');

    const early = await developer.get(`${PAYMENTS}/life/connection`);
    expect([early.status, early.body.error.message]).toEqual([
      409,
      expect.stringMatching(/Connect it first/),
    ]);
    expect((await act('connect')).status).toBe(202);
    expect((await act('connect')).status).toBe(202);
    await reaches('life', 'Running', true);
    const connection = await developer.get(`${PAYMENTS}/life/connection`);
    expect(connection.body.sshCommand).toMatch(/^ssh -p \d+ dev@/);
    expect((await act('start')).status).toBe(202);

    expect(
      (await act('disconnect')).body.metadata.annotations[CONNECT],
    ).toBeUndefined();
    expect((await act('disconnect')).status).toBe(202);
    await reaches('life', 'Running', false);

    const tenant = portal.sandbox.tenant(TENANT);
    const pod = { namespace: 'workspaces', name: 'ws-life' };
    expect(tenant?.objects.get('pods', pod)).toBeDefined();
    expect((await act('stop')).status).toBe(202);
    expect(tenant?.objects.get('pods', pod)).toBeUndefined();
    await reaches('life', 'Stopped');
    portal.sandbox.requests.clear();
    expect((await act('stop')).status).toBe(202);
    expect(writes()).toEqual([]);

    const blocked = await act('connect');
    expect([blocked.status, blocked.body.error.message]).toEqual([
      409,
      expect.stringMatching(/Start it first/),
    ]);
    expect((await act('start')).status).toBe(202);
    await reaches('life', 'Running');

    const { metadata } = (await developer.get(`${PAYMENTS}/life`)).body;
    expect(
      (await developer.delete(`${PAYMENTS}/life?uid=another`)).status,
    ).toBe(409);
    expect(stored('life')).toBeDefined();
    expect(
      (await developer.delete(`${PAYMENTS}/life?uid=${metadata.uid}`)).status,
    ).toBe(204);
    await eventually(async () =>
      expect((await developer.get(`${PAYMENTS}/life`)).status).toBe(404),
    );
  });

  it('are stopped with their connection gone and the controller called at once', async () => {
    const { status } = await portal
      .as('team-admin')
      .post(`${PAYMENTS}/checkout-refunds/stop`);
    expect(status).toBe(202);
    const tenant = portal.sandbox.tenant(TENANT)?.objects;
    expect(
      tenant?.get('services', {
        namespace: 'workspaces',
        name: 'ws-checkout-refunds-ssh',
      }),
    ).toBeUndefined();
    expect(
      tenant?.get('pods', {
        namespace: 'workspaces',
        name: 'ws-checkout-refunds',
      }),
    ).toBeUndefined();
    const annotations = stored('checkout-refunds')?.metadata.annotations ?? {};
    expect(Object.keys(annotations)).not.toContain(CONNECT);
    expect(annotations['butler.butlerlabs.dev/touched-at']).toMatch(/^\d{4}-/);
    expect(
      writes().map(({ method, impersonatedUser }) => [
        method,
        impersonatedUser,
      ]),
    ).toEqual([
      ['PATCH', 'team-admin@example.com'],
      ['PATCH', 'team-admin@example.com'],
    ]);
  });

  it('lose nothing when two people write at once', async () => {
    const developer = portal.as('developer');
    await developer.post(PAYMENTS, draft('busy'));
    await reaches('busy', 'Running');
    const note = 'butler.butlerlabs.dev/description';
    const answers = await Promise.all([
      developer.post(`${PAYMENTS}/busy/connect`),
      Promise.resolve().then(() =>
        portal.sandbox.objects.patch(
          'workspaces',
          { namespace: 'payments', name: 'busy' },
          {
            metadata: { annotations: { [note]: 'kept' } },
          },
        ),
      ),
      developer.post(`${PAYMENTS}/busy/connect`),
    ]);
    expect([answers[0].status, answers[2].status]).toEqual([202, 202]);
    expect(stored('busy')?.metadata.annotations).toMatchObject({
      [note]: 'kept',
      [CONNECT]: 'true',
    });
  });

  it('are deleted only if they are still the one that was meant', async () => {
    const key = { namespace: 'payments', name: 'mine' };
    const { metadata } = stored('mine') ?? { metadata: { uid: '' } };
    portal.sandbox.faults.failNext(1, {
      status: 404,
      method: 'DELETE',
      resource: 'workspaces',
    });
    expect(
      (
        await portal
          .as('developer')
          .delete(`${PAYMENTS}/mine?uid=${metadata.uid}`)
      ).status,
    ).toBe(204);
    expect(portal.sandbox.objects.get('workspaces', key)).toBeDefined();
  });
});

describe('without impersonation', () => {
  it('writes go out as the Portal’s own account', async () => {
    const portal = await startPortal({
      butler: { impersonation: { enabled: false } },
      sandbox: { impersonation: false },
    });
    try {
      expect(
        (await portal.as('developer').post(PAYMENTS, draft('plain'))).status,
      ).toBe(201);
      const write = askedOf(portal.sandbox).find(
        ({ method }) => method === 'POST',
      );
      expect(write?.impersonatedUser).toBeUndefined();
      expect(write?.impersonatedGroups).toEqual([]);
    } finally {
      await portal.stop();
    }
  });
});
