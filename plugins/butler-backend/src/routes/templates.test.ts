/* eslint-disable no-script-url -- they are what must be refused */
import { askedOf } from '../__testUtils__/askedOf';
import { eventually } from '../__testUtils__/eventually';
import { startPortal } from '../__testUtils__/startPortal';
import type { Portal } from '../__testUtils__/startPortal';

const TEAM = '/teams/payments/templates';
const SYSTEM = '/templates';

function draft(name: string, spec: object = {}) {
  return {
    name,
    spec: {
      displayName: 'Billing',
      template: { image: 'ghcr.io/acme/go:1.24' },
      ...spec,
    },
  };
}

describe('templates', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(async () => portal.stop());
  beforeEach(() => portal.sandbox.requests.clear());

  function writes() {
    return askedOf(portal.sandbox).filter(({ method }) => method !== 'GET');
  }

  function stored(name: string, namespace = 'payments') {
    return portal.sandbox.objects.get('workspacetemplates', {
      namespace,
      name,
    });
  }

  async function put(name: string, spec: object, path = TEAM) {
    const admin = portal.as('platform-admin');
    const { body } = await admin.get(`${path}/${name}`);
    const { resourceVersion } = body.metadata;
    return admin.put(`${path}/${name}`, {
      metadata: { resourceVersion },
      spec,
    });
  }

  it.each([
    ['team-admin', TEAM, 'payments', 'team'],
    ['platform-admin', SYSTEM, 'butler-system', 'cluster'],
  ])(
    'are written by a %s at %s, and can be read at once',
    async (name, path, namespace, scope) => {
      const admin = portal.as(name);
      const { status, body } = await admin.post(path, draft('made'));
      expect(status).toBe(201);
      expect(body).toMatchObject({
        kind: 'WorkspaceTemplate',
        metadata: { name: 'made', namespace },
        spec: { displayName: 'Billing', scope, category: 'custom' },
      });
      expect(body.metadata.managedFields).toBeUndefined();
      const read = await admin.get(`${path}/made`);
      expect(read.body).toMatchObject({
        ...body,
        usedBy: { totalItems: 0, items: [] },
      });
      const { body: list } = await admin.get(path);
      expect(
        list.items.map(
          (item: { metadata: { name: string } }) => item.metadata.name,
        ),
      ).toContain('made');
      expect(writes()).toEqual([
        expect.objectContaining({ impersonatedUser: `${name}@example.com` }),
      ]);
      const again = await admin.post(path, draft('made'));
      expect(again.status).toBe(409);
      expect(again.body.error.fields).toEqual([
        { path: 'name', message: expect.stringContaining('taken') },
      ]);
    },
  );

  it('of the cluster are seen by everybody, those of a team by its members alone', async () => {
    const other = portal.as('other-developer');
    expect((await other.get(`${SYSTEM}/made`)).status).toBe(200);
    expect((await other.get(`${TEAM}/made`)).status).toBe(404);
    const { body } = await other.get(SYSTEM);
    expect(
      new Set(
        body.items.map(
          (item: { metadata: { namespace: string } }) =>
            item.metadata.namespace,
        ),
      ),
    ).toEqual(new Set(['butler-system']));
    expect((await portal.as('viewer').get(`${TEAM}/made`)).status).toBe(200);
  });

  it('are written by admins alone', async () => {
    const answers = await Promise.all(
      ['developer', 'viewer'].flatMap(name => [
        portal.as(name).post(TEAM, draft('no')),
        portal.as(name).put(`${TEAM}/made`, {}),
        portal.as(name).delete(`${TEAM}/made`),
      ]),
    );
    const onSystem = await Promise.all(
      ['developer', 'viewer', 'team-admin'].flatMap(name => [
        portal.as(name).post(SYSTEM, draft('no')),
        portal.as(name).put(`${SYSTEM}/made`, {}),
        portal.as(name).delete(`${SYSTEM}/made`),
      ]),
    );
    expect(
      new Set([...answers, ...onSystem].map(({ status }) => status)),
    ).toEqual(new Set([403]));
    expect(writes()).toEqual([]);
  });

  it('are checked by a dry run that writes nothing', async () => {
    const admin = portal.as('team-admin');
    const { body } = await admin.get(`${TEAM}/made`);
    const { uid, resourceVersion } = body.metadata;
    const answers = [
      await admin.post(`${TEAM}?dryRun=true`, draft('dry')),
      await admin.put(`${TEAM}/made?dryRun=true`, {
        metadata: { resourceVersion },
        spec: draft('made', { displayName: 'Other' }).spec,
      }),
      await admin.delete(`${TEAM}/made?dryRun=true&uid=${uid}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 204]);
    expect(answers[1].body.spec.displayName).toBe('Other');
    expect(stored('dry')).toBeUndefined();
    expect(stored('made')?.metadata.resourceVersion).toBe(resourceVersion);
    expect((await admin.get(`${TEAM}/made`)).body.spec.displayName).toBe(
      'Billing',
    );
    for (const { path } of writes()) expect(path).toContain('dryRun=All');
  });

  it('keep what the schema does not know through an edit, and lose what was left out', async () => {
    portal.sandbox.objects.create('workspacetemplates', {
      apiVersion: 'butler.butlerlabs.dev/v1alpha1',
      kind: 'WorkspaceTemplate',
      metadata: {
        name: 'old',
        namespace: 'payments',
        labels: { 'example.com/ours': 'kept' },
        annotations: {
          'example.com/note': 'kept',
          'kubectl.kubernetes.io/last-applied-configuration': 'SECRET',
        },
      },
      spec: {
        displayName: 'Old',
        description: 'To be removed',
        icon: 'Dns',
        category: 'backend',
        scope: 'team',
        template: {
          image: 'go:1',
          repository: { url: 'https://git.example.com/single.git' },
          repositories: [{ url: 'https://git.example.com/a.git', name: 'one' }],
          resources: { cpu: '4', memory: '8Gi' },
          storageSize: 1_073_741_824,
        },
      },
    });
    await eventually(async () =>
      expect((await portal.as('team-admin').get(`${TEAM}/old`)).status).toBe(
        200,
      ),
    );
    const { status, body, text } = await put('old', {
      displayName: 'New',
      category: 'data',
      template: {
        image: 'go:2',
        repositories: [{ url: 'https://git.example.com/a.git' }],
        resources: { memory: '16Gi' },
      },
    });
    expect(status).toBe(200);
    expect(text).not.toContain('SECRET');
    expect(body.spec).toEqual({
      displayName: 'New',
      category: 'data',
      scope: 'team',
      template: {
        image: 'go:2',
        repositories: [
          { url: 'https://git.example.com/a.git', branch: 'main' },
        ],
        resources: { memory: '16Gi' },
      },
    });
    expect(stored('old')?.metadata).toMatchObject({
      labels: { 'example.com/ours': 'kept' },
      annotations: { 'example.com/note': 'kept' },
    });
  });

  it('are not overwritten by who has seen an older version', async () => {
    const admin = portal.as('team-admin');
    const { body } = await admin.get(`${TEAM}/made`);
    const { resourceVersion } = body.metadata;
    const edit = (displayName: string) =>
      admin.put(`${TEAM}/made`, {
        metadata: { resourceVersion },
        spec: { ...draft('made').spec, displayName },
      });
    expect((await edit('First')).status).toBe(200);
    const second = await edit('Second');
    expect([second.status, second.body.error.message]).toEqual([
      409,
      expect.stringMatching(/changed this template since you opened it/),
    ]);
    expect((await admin.get(`${TEAM}/made`)).body.spec.displayName).toBe(
      'First',
    );
    expect((await admin.put(`${TEAM}/made`, draft('made'))).status).toBe(400);
  });

  it.each([
    [{ icon: 'javascript:alert(1)' }, 'spec.icon'],
    [{ icon: 'data:text/html,<script>alert(1)</script>' }, 'spec.icon'],
    [{ description: 'a\u0000b' }, 'spec.description'],
    [{ description: 'x'.repeat(2001) }, 'spec.description'],
    [
      {
        template: {
          image: 'go:1',
          repositories: [
            {
              url: 'git@git.example.com:a.git',
              secretRef: { name: 'key', namespace: 'search' },
            },
          ],
        },
      },
      'spec.template.repositories[0].secretRef.namespace',
    ],
  ])('are refused with %j', async (spec, path) => {
    const { status, body } = await portal
      .as('team-admin')
      .post(TEAM, draft('bad', spec));
    expect([status, body.error.fields]).toEqual([
      400,
      [expect.objectContaining({ path })],
    ]);
    expect(writes()).toEqual([]);
  });

  it('carry markup as text in JSON and nothing else', async () => {
    const description =
      '<img src=x onerror="alert(1)"><script>alert(1)</script>';
    const admin = portal.as('team-admin');
    await admin.post(TEAM, draft('markup', { description }));
    const { body, headers } = await admin.get(`${TEAM}/markup`);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(body.spec.description).toBe(description);
  });

  it('say which workspaces use them, of those that the caller may see', async () => {
    for (const [name, workspace] of [
      ['developer', 'from-made'],
      ['team-admin', 'from-made-too'],
    ]) {
      const { status } = await portal
        .as(name)
        .post('/teams/payments/workspaces', {
          name: workspace,
          template: { namespace: 'payments', name: 'made' },
          spec: { clusterRef: { name: 'payments-dev' }, image: 'go:1' },
        });
      expect(status).toBe(201);
    }
    const usedBy = async (name: string) =>
      (await portal.as(name).get(`${TEAM}/made`)).body.usedBy;
    expect(await usedBy('developer')).toEqual({
      totalItems: 1,
      items: [
        { team: 'payments', name: 'from-made', owner: 'developer@example.com' },
      ],
    });
    expect((await usedBy('team-admin')).totalItems).toBe(2);
  });

  it.each(['..', '.', '%2e%2e', 'a%2Fb', '', 'A'])(
    'are not deleted by the name %j, which would mean all of them',
    async bad => {
      const before = portal.sandbox.objects.list('workspacetemplates').length;
      const admin = portal.as('platform-admin');
      const answers = await Promise.all([
        admin.delete(`${TEAM}/${bad}`),
        admin.delete(`${SYSTEM}/${bad}`),
      ]);
      for (const { status } of answers) expect([400, 404]).toContain(status);
      expect(writes()).toEqual([]);
      expect(portal.sandbox.objects.list('workspacetemplates')).toHaveLength(
        before,
      );
    },
  );

  it('are deleted only if they are still the one that was meant', async () => {
    const admin = portal.as('team-admin');
    const { metadata } = (await admin.get(`${TEAM}/made`)).body;
    expect((await admin.delete(`${TEAM}/made?uid=another`)).status).toBe(409);
    expect(stored('made')).toBeDefined();
    expect(
      (await admin.delete(`${TEAM}/made?uid=${metadata.uid}`)).status,
    ).toBe(204);
    await eventually(async () =>
      expect((await admin.get(`${TEAM}/made`)).status).toBe(404),
    );
    expect(stored('made', 'butler-system')).toBeDefined();
  });
});
