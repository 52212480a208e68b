import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  templateReadPermission,
  workspaceReadPermission,
  workspaceUsePermission,
} from '@butler-portal/plugin-butler-common';
import { askedOf } from '../__testUtils__/askedOf';
import { eventually } from '../__testUtils__/eventually';
import { workspace } from '../__testUtils__/objects';
import { startPortal } from '../__testUtils__/startPortal';
import type { Portal } from '../__testUtils__/startPortal';
import {
  createTemplateConditionalDecision,
  createWorkspaceConditionalDecision,
  templateConditions,
  workspaceConditions,
} from '../access/policy/rules';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const MINE = '/teams/payments/workspaces/checkout-refunds';
const owners = (name: string) => ({ emails: [`${name}@example.com`] });

function addWorkspace({ sandbox }: Portal, name: string, owner: string) {
  const { apiVersion, kind, spec } = workspace(name, { owner });
  const { clusterRef, image } = spec;
  sandbox.objects.create('workspaces', {
    apiVersion,
    kind,
    metadata: { name, namespace: 'payments' },
    spec: { clusterRef, image, owner },
  });
}

describe('a policy with conditions', () => {
  let portal: Portal;
  let asked: string[] = [];
  const decisions = new Map<string, PolicyDecision | Error>();

  beforeAll(async () => {
    portal = await startPortal({
      policy: (permission: Permission) => {
        asked.push(permission.name);
        const decision = decisions.get(permission.name) ?? ALLOW;
        if (decision instanceof Error) throw decision;
        return decision;
      },
    });
  });
  afterAll(async () => portal.stop());
  beforeEach(() => {
    asked = [];
    decisions.clear();
    portal.sandbox.requests.clear();
  });

  function readsOnly(criteria: object) {
    decisions.set(
      workspaceReadPermission.name,
      createWorkspaceConditionalDecision(
        workspaceReadPermission,
        criteria as never,
      ),
    );
  }

  const names = (body: { items: { metadata: { name: string } }[] }) =>
    body.items.map(({ metadata }) => metadata.name).sort();

  it('filters the list, its count and its search, and is asked once', async () => {
    const admin = portal.as('team-admin');
    const all = names((await admin.get('/workspaces')).body);
    readsOnly(workspaceConditions.isOwner(owners('developer')));
    asked = [];
    const { body } = await admin.get('/workspaces?q=e');
    expect(asked).toEqual([workspaceReadPermission.name]);
    expect(names(body)).not.toContain('ledger-upgrade');
    expect(names(body).length).toBeLessThan(all.length);
    expect(body.totalItems).toBe(body.items.length);
  });

  it('hides a workspace as if there were none', async () => {
    const admin = portal.as('team-admin');
    readsOnly(workspaceConditions.isOwner(owners('developer')));
    expect((await admin.get(MINE)).status).toBe(200);
    const hidden = await admin.get('/teams/payments/workspaces/ledger-upgrade');
    const none = await admin.get('/teams/payments/workspaces/no-such-thing');
    expect([hidden.status, none.status]).toEqual([404, 404]);
    expect(
      hidden.body.error.message.replace('ledger-upgrade', 'no-such-thing'),
    ).toBe(none.body.error.message);
    // Neither can one do anything with what one cannot see.
    const path = '/teams/payments/workspaces/ledger-upgrade';
    expect((await admin.post(`${path}/stop`)).status).toBe(404);
    expect((await admin.delete(path)).status).toBe(404);
    expect(
      askedOf(portal.sandbox).filter(({ method }) => method !== 'GET'),
    ).toEqual([]);
  });

  it('forbids on one cluster what it allows on another', async () => {
    decisions.set(
      workspaceUsePermission.name,
      createWorkspaceConditionalDecision(workspaceUsePermission, {
        not: workspaceConditions.onCluster({ clusters: ['payments-dev'] }),
      }),
    );
    const developer = portal.as('developer');
    expect((await developer.get(MINE)).status).toBe(200);
    const { status, body } = await developer.post(`${MINE}/disconnect`);
    expect(status).toBe(403);
    expect(body.error.message).toMatch(/butler\.workspace\.use.*Ask whoever/);
  });

  it('never allows what Butler’s rules forbid', async () => {
    readsOnly(workspaceConditions.inTeam({ teams: ['payments'] }));
    const stranger = portal.as('other-developer');
    expect((await stranger.get(MINE)).status).toBe(404);
    expect((await stranger.get('/workspaces?team=payments')).body).toEqual({
      items: [],
      totalItems: 0,
    });
  });

  it('filters templates by category and team', async () => {
    decisions.set(
      templateReadPermission.name,
      createTemplateConditionalDecision(
        templateReadPermission,
        templateConditions.inTeam({ teams: ['payments'] }),
      ),
    );
    const { body } = await portal
      .as('developer')
      .get('/teams/payments/templates');
    const namespaces = body.items.map(
      ({ metadata }: { metadata: { namespace: string } }) => metadata.namespace,
    );
    expect(new Set(namespaces)).toEqual(new Set(['payments']));
  });

  it('filters the stream, and goes on to when rights change', async () => {
    readsOnly(workspaceConditions.isOwner(owners('developer')));
    const stream = await portal.as('team-admin').events();
    try {
      const snapshot = await stream.waitFor('snapshot');
      const { items } = snapshot.data as Parameters<typeof names>[0];
      expect(names({ items })).not.toContain('ledger-upgrade');
      for (const [name, owner] of [
        ['hidden-one', 'viewer@example.com'],
        ['shown-one', 'developer@example.com'],
      ]) {
        addWorkspace(portal, name, owner);
      }
      await stream.waitFor(
        'upsert',
        data => data.metadata.name === 'shown-one',
      );
      expect(JSON.stringify(stream.events)).not.toContain('hidden-one');
      // The policy is asked anew when the person's rights change.
      decisions.clear();
      portal.sandbox.objects.patch(
        'teams',
        { name: 'search' },
        {
          spec: {
            access: {
              users: [{ name: 'team-admin@example.com', role: 'viewer' }],
            },
          },
        },
      );
      await stream.waitFor('snapshot', data =>
        names(data).includes('hidden-one'),
      );
    } finally {
      stream.close();
    }
  });

  it('allows nothing when it cannot be understood', async () => {
    readsOnly({
      ...workspaceConditions.isOwner(owners('x')),
      rule: 'nonsense',
    });
    const developer = portal.as('developer');
    expect((await developer.get('/workspaces')).body.totalItems).toBe(0);
    expect((await developer.get(MINE)).status).toBe(404);
  });

  it('that does not answer is no yes', async () => {
    decisions.set(
      workspaceReadPermission.name,
      new Error('connect ECONNREFUSED'),
    );
    const { status, text, headers } = await portal
      .as('developer')
      .get('/workspaces');
    expect([status, headers['retry-after']]).toEqual([503, '5']);
    expect(text).not.toContain('ECONNREFUSED');
  });
});

it('filters a long list by all its conditions', async () => {
  const portal = await startPortal({
    policy: permission =>
      permission.name === workspaceReadPermission.name
        ? createWorkspaceConditionalDecision(workspaceReadPermission, {
            anyOf: Array.from({ length: 20 }, (_, index) =>
              workspaceConditions.isOwner(owners(`somebody-${index}`)),
            ) as never,
          })
        : ALLOW,
  });
  try {
    for (let index = 0; index < 500; index += 1) {
      addWorkspace(
        portal,
        `many-${index}`,
        `somebody-${index % 40}@example.com`,
      );
    }
    await eventually(async () => {
      const { body } = await portal
        .as('team-admin')
        .get('/workspaces?limit=500');
      expect(body.totalItems).toBe(260);
    });
  } finally {
    await portal.stop();
  }
});
