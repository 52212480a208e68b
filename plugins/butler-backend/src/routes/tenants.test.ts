import { eventually } from '../__testUtils__/eventually';
import { startPortal } from '../__testUtils__/startPortal';
import type { Portal } from '../__testUtils__/startPortal';

const MINE = '/teams/payments/workspaces/checkout-refunds';
const WORKLOADS = '/teams/payments/clusters/payments-dev/workloads';
const TENANT = { namespace: 'payments', name: 'payments-dev' };
const VALUE = 'value-that-nobody-may-see';

describe('what is asked in tenant clusters', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal();
    await eventually(async () => {
      const { status } = await portal.as('developer').get(`${MINE}/metrics`);
      if (status !== 200) throw new Error(`metrics: ${status}`);
    });
    objects().create('namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'shop-test' },
    });
    objects().create('deployments', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        namespace: 'shop-test',
        name: 'basket',
        annotations: { note: VALUE },
      },
      spec: {
        selector: { matchLabels: { app: 'basket' } },
        template: {
          metadata: { labels: { app: 'basket' } },
          spec: {
            containers: [
              {
                name: 'app',
                image: 'basket:1',
                args: [VALUE],
                env: [
                  { name: 'PLAIN', value: VALUE },
                  { name: 'EMPTY' },
                  {
                    name: 'PASSWORD',
                    valueFrom: { secretKeyRef: { name: 's', key: 'p' } },
                  },
                  {
                    name: 'POD_IP',
                    valueFrom: { fieldRef: { fieldPath: 'status.podIP' } },
                  },
                ],
                envFrom: [
                  { configMapRef: { name: 'settings' } },
                  { secretRef: { name: 'login' } },
                ],
              },
            ],
          },
        },
      },
    });
  });
  afterAll(async () => portal.stop());

  function objects() {
    const tenant = portal.sandbox.tenant(TENANT);
    if (!tenant) throw new Error('no tenant');
    return tenant.objects;
  }

  it('shows the names of variables, whether they would be copied, and no value', async () => {
    const { status, body, text } = await portal
      .as('developer')
      .get(`${WORKLOADS}?namespace=shop-test`);
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        kind: 'Deployment',
        namespace: 'shop-test',
        name: 'basket',
        containers: [
          {
            name: 'app',
            env: [
              { name: 'PLAIN', copied: true },
              { name: 'EMPTY', copied: true },
              { name: 'PASSWORD', copied: false, source: 'secretKeyRef' },
              { name: 'POD_IP', copied: false, source: 'fieldRef' },
            ],
            envFrom: [
              { source: 'configMapRef', name: 'settings' },
              { source: 'secretRef', name: 'login' },
            ],
          },
        ],
      },
    ]);
    expect(body.truncated).toBe(false);
    expect(body.namespaces).toContain('shop-test');
    expect(body.namespaces).not.toContain('kube-system');
    expect(text).not.toContain(VALUE);
    const all = await portal.as('team-admin').get(WORKLOADS);
    expect(all.text).toContain('basket');
    expect(all.text).not.toContain(VALUE);
  });

  it('shows workloads to those who create, and of no other team', async () => {
    expect((await portal.as('viewer').get(WORKLOADS)).status).toBe(403);
    expect((await portal.as('other-developer').get(WORKLOADS)).status).toBe(
      404,
    );
    expect(
      (
        await portal
          .as('developer')
          .get('/teams/payments/clusters/search-dev/workloads')
      ).status,
    ).toBe(404);
  });

  it('measures a workspace', async () => {
    objects().patch(
      'pods',
      { namespace: 'workspaces', name: 'ws-checkout-refunds' },
      {
        status: {
          containerStatuses: [
            {
              name: 'workspace',
              restartCount: 2,
              state: { running: { startedAt: '2026-01-01T00:00:00Z' } },
            },
          ],
        },
      },
      'status',
    );
    const { body } = await portal.as('viewer').get(`${MINE}/metrics`);
    expect(body).toMatchObject({
      cpu: { limit: expect.any(String) },
      memory: { limit: expect.any(String) },
      storage: { requested: expect.any(String) },
      startedAt: '2026-01-01T00:00:00Z',
      restarts: 2,
    });
    expect(body.uptimeSeconds).toBeGreaterThan(0);
  });

  it('tells everybody who sees a workspace how it is, and its owner alone what it prints', async () => {
    const own = await portal.as('developer').get(`${MINE}/diagnosis`);
    expect(own.status).toBe(200);
    expect(own.body.steps.at(-1)).toMatchObject({ id: 'ready', state: 'done' });
    expect(own.body.notAsked).toEqual([]);
    expect(own.body.logs).toEqual(expect.any(Array));
    for (const name of ['viewer', 'team-admin', 'platform-admin']) {
      const { status, body } = await portal.as(name).get(`${MINE}/diagnosis`);
      expect(status).toBe(200);
      expect(Object.keys(body).sort()).toEqual([
        'events',
        'findings',
        'notAsked',
        'steps',
      ]);
    }
    expect(
      (await portal.as('other-developer').get(`${MINE}/diagnosis`)).status,
    ).toBe(404);
  });

  it('goes on with what Butler knows when the tenant does not answer', async () => {
    portal.sandbox.objects.patch(
      'tenantclusters',
      TENANT,
      { status: { phase: 'Updating', tenantNamespace: 'nowhere' } },
      'status',
    );
    await eventually(async () => {
      const { body } = await portal.as('developer').get(`${MINE}/diagnosis`);
      expect(body.notAsked).toHaveLength(1);
      expect(body.steps).not.toHaveLength(0);
      expect(body.findings[0]).toMatchObject({ id: 'ClusterUnreachable' });
    });
    for (const path of [`${MINE}/metrics`, WORKLOADS]) {
      const { status, headers, body } = await portal.as('developer').get(path);
      expect(status).toBe(503);
      expect(headers['retry-after']).toBeDefined();
      expect(body.error.message).toMatch(/payments-dev/);
    }
  });
});
