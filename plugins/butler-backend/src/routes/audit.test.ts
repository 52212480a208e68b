import { mockServices } from '@backstage/backend-test-utils';
import { askedOf } from '../__testUtils__/askedOf';
import { recordAudit } from '../__testUtils__/recordAudit';
import { startPortal } from '../__testUtils__/startPortal';
import type { Portal } from '../__testUtils__/startPortal';

const KEY =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGbsxcTBLUDuke23HjnSha/lOZlaW6wR38nRENgHuI1b laptop';
const PAYMENTS = '/teams/payments/workspaces';
const DRAFT = {
  name: 'audited',
  spec: {
    clusterRef: { name: 'payments-dev' },
    image: 'ghcr.io/acme/go:1.24',
  },
};

describe('the auditor', () => {
  const { events, feature } = recordAudit();
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({ features: [feature] });
  });
  afterAll(async () => portal.stop());
  beforeEach(() => events.splice(0));

  it('learns of every write: who, what, on which object, and how it went', async () => {
    const developer = portal.as('developer');
    await developer.post(PAYMENTS, DRAFT);
    await developer.post(`${PAYMENTS}/checkout-refunds/disconnect`);
    await developer.delete(`${PAYMENTS}/audited`);
    expect(events).toEqual([
      {
        eventId: 'workspace-create',
        severity: 'medium',
        result: 'succeeded',
        meta: {
          action: 'workspace.create',
          team: 'payments',
          name: 'audited',
          email: 'developer@example.com',
        },
      },
      {
        eventId: 'workspace-disconnect',
        severity: 'medium',
        result: 'succeeded',
        meta: {
          action: 'workspace.disconnect',
          team: 'payments',
          name: 'checkout-refunds',
          email: 'developer@example.com',
        },
      },
      {
        eventId: 'workspace-delete',
        severity: 'high',
        result: 'succeeded',
        meta: {
          action: 'workspace.delete',
          team: 'payments',
          name: 'audited',
          email: 'developer@example.com',
        },
      },
    ]);
  });

  it('learns which key was added, by its fingerprint', async () => {
    const { status, body } = await portal
      .as('developer')
      .post('/me/ssh-keys', { name: 'audited', publicKey: KEY });
    expect(status).toBe(201);
    expect(events).toMatchObject([
      {
        eventId: 'ssh-key-create',
        result: 'succeeded',
        meta: { name: 'audited', fingerprint: body.fingerprint },
      },
    ]);
    expect(JSON.stringify(events)).not.toContain(KEY.split(' ')[1]);
  });

  it('learns of every refusal, of reads too, and why', async () => {
    await portal.as('team-admin').post(`${PAYMENTS}/checkout-refunds/connect`);
    await portal
      .as('team-admin')
      .get(`${PAYMENTS}/checkout-refunds/connection`);
    await portal.as('stranger').get('/workspaces');
    await portal.as('other-developer').get(`${PAYMENTS}/checkout-refunds`);
    await portal.as('other-developer').get('/events?team=payments');
    expect(
      events.map(({ eventId, result, error }) => [eventId, result, error]),
    ).toEqual([
      ['workspace-connect', 'failed', expect.stringMatching(/only its owner/)],
      ['workspace-connect', 'failed', expect.stringMatching(/only its owner/)],
      ['workspace-view', 'failed', expect.stringMatching(/no User/)],
      ['workspace-view', 'failed', expect.stringMatching(/no team/)],
      ['workspace-view', 'failed', expect.stringMatching(/no team/)],
    ]);
  });

  it('is not troubled with reads that are allowed', async () => {
    const developer = portal.as('developer');
    await developer.get('/workspaces');
    await developer.get(`${PAYMENTS}/checkout-refunds`);
    await developer.get(`${PAYMENTS}/checkout-refunds/connection`);
    expect(events).toEqual([]);
  });

  it('learns in the Portal’s words why Kubernetes did not do it', async () => {
    portal.sandbox.faults.failNext(1, {
      status: 500,
      method: 'POST',
      resource: 'workspaces',
    });
    const { status } = await portal
      .as('developer')
      .post(PAYMENTS, { ...DRAFT, name: 'unlucky' });
    expect(status).toBeGreaterThanOrEqual(500);
    expect(events).toMatchObject([
      { eventId: 'workspace-create', result: 'failed' },
    ]);
  });

  it('is told no secret', async () => {
    const secret = 'hunter2-hunter2';
    const developer = portal.as('developer');
    const spec = {
      ...DRAFT.spec,
      dotfiles: {
        url: 'https://git.example.com/dotfiles.git',
        installCommand: `TOKEN=${secret} ./install`,
      },
      editorConfig: { neovimInitLua: `-- ${secret}` },
    };
    await developer.post(PAYMENTS, { name: 'with-secrets', spec });
    await developer.post(PAYMENTS, { name: 'with-secrets', spec, [secret]: 1 });
    await developer.post(PAYMENTS, `{"name": "${secret}`);
    await developer.get(`/workspaces?token=${secret}`);
    await developer.post(`${PAYMENTS}/checkout-refunds/stop?token=${secret}`);
    const told = JSON.stringify(events);
    expect(events.length).toBeGreaterThan(0);
    expect(told).not.toContain(secret);
  });
});

it('a write that cannot be audited is not done', async () => {
  const auditor = mockServices.auditor.mock({
    createEvent: async () => {
      throw new Error('disk full');
    },
  });
  const portal = await startPortal({ features: [auditor.factory] });
  try {
    const developer = portal.as('developer');
    expect((await developer.get('/workspaces')).status).toBe(200);
    portal.sandbox.requests.clear();
    expect((await developer.post(PAYMENTS, DRAFT)).status).toBe(503);
    expect(
      askedOf(portal.sandbox).filter(({ method }) => method !== 'GET'),
    ).toEqual([]);
  } finally {
    await portal.stop();
  }
});
