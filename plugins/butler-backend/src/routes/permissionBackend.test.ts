import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  templateDeletePermission,
  templateReadPermission,
  templateUpdatePermission,
  workspaceDeletePermission,
  workspaceReadPermission,
} from '@butler-portal/plugin-butler-common';
import { workspace } from '../__testUtils__/objects';
import { startPortal } from '../__testUtils__/startPortal';
import type { Portal } from '../__testUtils__/startPortal';
import {
  createTemplateConditionalDecision,
  createWorkspaceConditionalDecision,
  templateConditions,
  workspaceConditions,
} from '..';

function emailOf(user: PolicyQueryUser | undefined): string {
  const name = user?.info.userEntityRef.replace('user:default/', '');
  return `${name}@example.com`;
}

/** Own workspaces only, templates of some categories, and nothing is ever deleted. */
const narrowPolicy: PermissionPolicy = {
  async handle({ permission }, user) {
    if (
      isPermission(permission, workspaceDeletePermission) ||
      isPermission(permission, templateDeletePermission)
    ) {
      return { result: AuthorizeResult.DENY };
    }
    if (isPermission(permission, workspaceReadPermission)) {
      return createWorkspaceConditionalDecision(
        permission,
        workspaceConditions.isOwner({ emails: [emailOf(user)] }),
      );
    }
    if (isPermission(permission, templateReadPermission)) {
      return createTemplateConditionalDecision(permission, {
        not: templateConditions.hasCategory({ categories: ['devops'] }),
      });
    }
    if (isPermission(permission, templateUpdatePermission)) {
      return createTemplateConditionalDecision(
        permission,
        templateConditions.hasCategory({ categories: ['data', 'devops'] }),
      );
    }
    return { result: AuthorizeResult.ALLOW };
  },
};

describe('a policy behind the real permission backend', () => {
  let portal: Portal;

  const WORKSPACES = '/teams/payments/workspaces';
  const TEMPLATES = '/teams/payments/templates';
  const HIDDEN = `${WORKSPACES}/checkout-refunds`;

  function add(name: string, owner: string) {
    const { apiVersion, kind, spec } = workspace(name, { owner });
    portal.sandbox.objects.create('workspaces', {
      apiVersion,
      kind,
      metadata: { name, namespace: 'payments' },
      spec: spec as never,
    });
  }

  const names = ({ items }: { items: { metadata: { name: string } }[] }) =>
    items.map(({ metadata }) => metadata.name);

  beforeAll(async () => {
    portal = await startPortal({ permissionPolicy: narrowPolicy });
    for (const category of ['data', 'backend', 'devops']) {
      portal.sandbox.objects.create('workspacetemplates', {
        apiVersion: 'butler.butlerlabs.dev/v1alpha1',
        kind: 'WorkspaceTemplate',
        metadata: { name: `in-${category}`, namespace: 'payments' },
        spec: { displayName: 'A title', category, template: { image: 'a:1' } },
      });
    }
  });
  afterAll(async () => portal.stop());

  it('narrows the list, its count and the stream to one’s own', async () => {
    const admin = portal.as('team-admin');
    const stream = await admin.events('?kinds=workspaces,templates');
    try {
      const { data } = await stream.waitFor('snapshot');
      expect(names(data as never)).not.toContain('checkout-refunds');
      add('of-the-developer', 'developer@example.com');
      add('of-the-admin', 'team-admin@example.com');
      await stream.waitFor(
        'upsert',
        ({ metadata }) => metadata.name === 'of-the-admin',
      );
      const streamed = JSON.stringify(stream.events);
      expect(streamed).not.toContain('of-the-developer');
      expect(streamed).toContain('in-data');
      expect(streamed).not.toContain('in-devops');
    } finally {
      stream.close();
    }
    const { body } = await admin.get('/workspaces?team=payments');
    expect(names(body)).toContain('of-the-admin');
    for (const { spec } of body.items) {
      expect(spec.owner).toBe('team-admin@example.com');
    }
    expect(body.totalItems).toBe(body.items.length);
  });

  it('hides one from reads and writes alike', async () => {
    const admin = portal.as('team-admin');
    expect((await portal.as('developer').get(HIDDEN)).status).toBe(200);
    for (const answer of [
      await admin.get(HIDDEN),
      await admin.get(`${HIDDEN}/diagnosis`),
      await admin.patch(HIDDEN, { spec: { idleTimeout: '1h' } }),
      await admin.post(`${HIDDEN}/stop`),
    ]) {
      expect(answer.status).toBe(404);
    }
  });

  it('never lets somebody do what Butler’s rules forbid', async () => {
    const body = { name: 'mine', spec: { clusterRef: { name: 'x' } } };
    const asViewer = await portal.as('viewer').post(WORKSPACES, body);
    expect(asViewer.status).toBe(403);
    const asOutsider = await portal.as('other-developer').get(HIDDEN);
    expect(asOutsider.status).toBe(404);
  });

  it('is obeyed when it forbids to delete', async () => {
    const developer = portal.as('developer');
    const { status, body } = await developer.delete(HIDDEN);
    expect(status).toBe(403);
    expect(body.error.message).toContain(workspaceDeletePermission.name);
    expect((await developer.get(HIDDEN)).body.metadata).not.toHaveProperty(
      'deletionTimestamp',
    );
    const admin = portal.as('team-admin');
    expect((await admin.delete(`${TEMPLATES}/in-data`)).status).toBe(403);
  });

  it('shows and gives to edit the templates of its categories', async () => {
    const admin = portal.as('team-admin');
    const { body } = await admin.get(TEMPLATES);
    expect(names(body)).toEqual(
      expect.arrayContaining(['in-data', 'in-backend']),
    );
    expect(names(body)).not.toContain('in-devops');
    expect((await admin.get(`${TEMPLATES}/in-devops`)).status).toBe(404);
    expect((await rename('in-devops', 'devops')).status).toBe(404);
    expect((await rename('in-backend', 'backend')).status).toBe(403);
    expect((await rename('in-data', 'data')).status).toBe(200);
  });

  async function rename(name: string, category?: string) {
    const { metadata } = portal.sandbox.objects.get('workspacetemplates', {
      name,
      namespace: 'payments',
    }) as { metadata: { resourceVersion: string } };
    return portal.as('team-admin').put(`${TEMPLATES}/${name}`, {
      metadata: { resourceVersion: metadata.resourceVersion },
      spec: {
        displayName: 'Another title',
        ...(category && { category }),
        template: { image: 'a:1' },
      },
    });
  }

  it.each([
    ['one that may not be edited', 'backend', templateUpdatePermission],
    ['one that may not be seen', 'devops', templateReadPermission],
    ['none, which is custom', undefined, templateUpdatePermission],
  ])('keeps a template from being moved into %s', async (_, category, by) => {
    const { status, body } = await rename('in-data', category);
    expect(status).toBe(403);
    expect(body.error.message).toContain(by.name);
    const { spec } = (await portal.as('team-admin').get(`${TEMPLATES}/in-data`))
      .body;
    expect(spec.category).toBe('data');
  });

  it('is applied to one object when somebody else asks about it', async () => {
    const decide = async (person: string, resourceRef: string) => {
      const items = [
        { id: '1', permission: workspaceReadPermission, resourceRef },
      ];
      return (await askPermissionBackend(portal, person, { items })).items[0]
        .result;
    };
    const ref = 'payments/checkout-refunds';
    expect(await decide('developer', ref)).toBe('ALLOW');
    expect(await decide('team-admin', ref)).toBe('DENY');
    expect(await decide('developer', 'payments/no-such-thing')).toBe('DENY');
  });
});

/** As Backstage's frontend asks whether to show a button. */
async function askPermissionBackend(
  portal: Portal,
  person: string,
  body: object,
) {
  const url = new URL('/api/permission/authorize', portal.url);
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: mockCredentials.user.header(`user:default/${person}`),
    },
    body: JSON.stringify(body),
  });
  return response.json();
}
