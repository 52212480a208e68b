import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { PolicyDecision } from '@backstage/plugin-permission-common';
import { templateReadPermission } from '@butler-portal/plugin-butler-common';
import type {
  ClusterAnswer,
  StreamedObject,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import type { EventStream } from '../__testUtils__/EventStream';
import { eventually } from '../__testUtils__/eventually';
import { startPortal } from '../__testUtils__/startPortal';
import type { Portal } from '../__testUtils__/startPortal';
import {
  createTemplateConditionalDecision,
  templateConditions,
} from '../access/policy/rules';

const ALL = '?kinds=workspaces,templates,clusters';
const CLUSTER = { namespace: 'payments', name: 'payments-dev' };

describe('the event stream with kinds', () => {
  let portal: Portal;
  let templates: PolicyDecision;
  const streams: EventStream[] = [];

  beforeAll(async () => {
    portal = await startPortal({
      policy: ({ name }) =>
        name === templateReadPermission.name
          ? templates
          : { result: AuthorizeResult.ALLOW },
    });
  });
  afterAll(async () => portal.stop());
  beforeEach(() => {
    templates = { result: AuthorizeResult.ALLOW };
  });
  afterEach(() => {
    for (const stream of streams.splice(0)) stream.close();
  });

  async function open(name: string, query = ALL, lastId?: string) {
    const stream = await portal.as(name).events(query, lastId);
    streams.push(stream);
    await stream.waitFor('state');
    return stream;
  }

  function itemsOf({ events: [first] }: EventStream): StreamedObject[] {
    return (first.data as { items: StreamedObject[] }).items;
  }

  function ofKind(items: StreamedObject[], kind: string) {
    return items
      .filter(item => item.kind === kind)
      .map(({ metadata: { namespace, name } }) => `${namespace}/${name}`)
      .sort();
  }

  async function upsertOf(
    stream: EventStream,
    name: string,
    fits: (object: StreamedObject) => boolean = () => true,
  ) {
    const { data } = await stream.waitFor(
      'upsert',
      object => object.metadata.name === name && fits(object),
    );
    return data as unknown as StreamedObject;
  }

  function addTemplate(namespace: string, name: string, category = 'custom') {
    return portal.sandbox.objects.create('workspacetemplates', {
      apiVersion: 'butler.butlerlabs.dev/v1alpha1',
      kind: 'WorkspaceTemplate',
      metadata: {
        name,
        namespace,
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': 'hidden-copy',
        },
      },
      spec: {
        displayName: name,
        category,
        scope: namespace === 'butler-system' ? 'cluster' : 'team',
        template: { image: 'ghcr.io/acme/go:1.24' },
      },
    });
  }

  function describeCluster(text: string) {
    portal.sandbox.objects.patch('tenantclusters', CLUSTER, {
      metadata: { annotations: { 'butler.butlerlabs.dev/description': text } },
    });
  }

  function isDescribed(text: string) {
    return ({ metadata }: StreamedObject) =>
      metadata.annotations?.['butler.butlerlabs.dev/description'] === text;
  }

  it('begins with the objects as the lists of their routes have them', async () => {
    const developer = portal.as('developer');
    const items = itemsOf(await open('developer'));
    const lists = await Promise.all(
      [
        '/workspaces',
        '/teams/payments/templates',
        '/teams/payments/clusters',
      ].map(async path => (await developer.get(path)).body.items),
    );
    const listed: StreamedObject[] = lists.flat();
    const byUid = (some: StreamedObject[]) =>
      new Map(some.map(item => [item.metadata.uid, item]));
    expect(items).toHaveLength(listed.length);
    expect(byUid(items)).toEqual(byUid(listed));
    expect(new Set(items.map(({ kind }) => kind))).toEqual(
      new Set(['Workspace', 'WorkspaceTemplate', 'TenantCluster']),
    );
  });

  it('has workspaces always, and other kinds only for who asks for them', async () => {
    const plain = await open('developer', '');
    const withClusters = await open('developer', '?kinds=clusters');
    const kindsOf = (stream: EventStream) => [
      ...new Set(itemsOf(stream).map(({ kind }) => kind)),
    ];
    expect(kindsOf(plain)).toEqual(['Workspace']);
    expect(kindsOf(withClusters)).toEqual(['Workspace', 'TenantCluster']);
    const template = addTemplate('payments', 'unasked');
    describeCluster('asked');
    await upsertOf(withClusters, CLUSTER.name, isDescribed('asked'));
    portal.sandbox.objects.delete('workspacetemplates', {
      namespace: 'payments',
      name: template.metadata.name,
    });
    const workspace = { namespace: 'payments', name: 'invoice-report' };
    portal.sandbox.objects.patch('workspaces', workspace, {
      metadata: { annotations: { 'butler.butlerlabs.dev/description': 'x' } },
    });
    for (const stream of [plain, withClusters]) {
      await upsertOf(stream, 'invoice-report', isDescribed('x'));
      expect(JSON.stringify(stream.events)).not.toContain('unasked');
    }
    expect(plain.events.filter(({ event }) => event === 'upsert')).toHaveLength(
      1,
    );
  });

  it.each([
    '?kinds=',
    '?kinds=secrets',
    '?kinds=workspaces,',
    '?kinds=a&kinds=b',
  ])('does not know %s', async query => {
    const { status } = await portal.as('developer').get(`/events${query}`);
    expect(status).toBe(400);
  });

  it('tells of templates: the team’s to the team, the cluster’s to everybody', async () => {
    const [developer, other, otherTeam] = await Promise.all([
      open('developer'),
      open('other-developer'),
      open('platform-admin', `${ALL}&team=search`),
    ]);
    addTemplate('payments', 'of-payments');
    const told = await upsertOf(developer, 'of-payments');
    expect(told.kind).toBe('WorkspaceTemplate');
    expect(JSON.stringify(told)).not.toMatch(/hidden-copy|managedFields/);
    const system = addTemplate('butler-system', 'of-everybody');
    for (const stream of [developer, other, otherTeam]) {
      await upsertOf(stream, 'of-everybody');
    }
    const { uid } = portal.sandbox.objects
      .list('workspacetemplates', 'payments')
      .find(({ metadata }) => metadata.name === 'of-payments')!.metadata;
    portal.sandbox.objects.delete('workspacetemplates', {
      namespace: 'payments',
      name: 'of-payments',
    });
    expect((await developer.waitFor('delete')).data).toEqual({
      kind: 'WorkspaceTemplate',
      team: 'payments',
      name: 'of-payments',
      uid,
    });
    portal.sandbox.objects.delete('workspacetemplates', {
      namespace: 'butler-system',
      name: 'of-everybody',
    });
    for (const stream of [other, otherTeam]) {
      expect((await stream.waitFor('delete')).data).toEqual({
        kind: 'WorkspaceTemplate',
        name: 'of-everybody',
        uid: system.metadata.uid,
      });
      expect(JSON.stringify(stream.events)).not.toContain('of-payments');
    }
  });

  it('tells of clusters to the members of their team, without what leads to credentials', async () => {
    const [developer, other] = await Promise.all([
      open('developer'),
      open('other-developer'),
    ]);
    expect(ofKind(itemsOf(other), 'TenantCluster')).not.toContain(
      'payments/payments-dev',
    );
    describeCluster('told');
    const told = await upsertOf(developer, CLUSTER.name, isDescribed('told'));
    expect((told as ClusterAnswer).quota.count).toEqual({
      limit: expect.any(String),
      used: expect.any(String),
      left: expect.any(String),
    });
    expect(JSON.stringify(told)).not.toMatch(/kubeconfig|tenantNamespace/i);
    expect(JSON.stringify(other.events)).not.toContain('payments-dev');
  });

  it('tells a cluster anew when its workspaces change what is used of it', async () => {
    const stream = await open('developer');
    const used = (object: StreamedObject) =>
      Number((object as ClusterAnswer).quota?.count.used);
    const before = itemsOf(stream).find(
      ({ metadata }) => metadata.name === CLUSTER.name,
    )!;
    const { status } = await portal
      .as('developer')
      .post('/teams/payments/workspaces', {
        name: 'one-more',
        spec: { clusterRef: { name: CLUSTER.name }, image: 'go:1' },
      });
    expect(status).toBe(201);
    await upsertOf(
      stream,
      CLUSTER.name,
      object => used(object) === used(before) + 1,
    );
    await portal.as('developer').delete('/teams/payments/workspaces/one-more');
    await eventually(() => {
      const last = stream.events.filter(
        ({ event, data }) =>
          event === 'upsert' &&
          (data as unknown as StreamedObject).kind === 'TenantCluster',
      );
      expect(used(last.at(-1)?.data as unknown as StreamedObject)).toBe(
        used(before),
      );
    });
  });

  it('goes on where it broke off, with the same kinds only', async () => {
    const first = await open('developer');
    const { lastId } = first;
    first.close();
    addTemplate('payments', 'meanwhile');
    await eventually(async () => {
      const { body } = await portal
        .as('developer')
        .get('/teams/payments/templates');
      expect(JSON.stringify(body)).toContain('meanwhile');
    });
    const second = await open('developer', ALL, lastId);
    expect(
      second.events.map(({ event, data }) => [
        event,
        (data as unknown as WorkspaceTemplate).metadata?.name,
      ]),
    ).toEqual([
      ['upsert', 'meanwhile'],
      ['state', undefined],
    ]);
    const other = await open('developer', '?kinds=workspaces', lastId);
    expect(other.events[0].event).toBe('snapshot');
  });

  it('shows of templates what the policy lets one see, and goes on without any', async () => {
    addTemplate('payments', 'a-backend', 'backend');
    addTemplate('payments', 'a-frontend', 'frontend');
    await eventually(async () => {
      const { body } = await portal
        .as('developer')
        .get('/teams/payments/templates');
      expect(JSON.stringify(body)).toContain('a-frontend');
    });
    templates = createTemplateConditionalDecision(
      templateReadPermission,
      templateConditions.hasCategory({ categories: ['backend'] }),
    );
    const some = await open('developer');
    const seen = ofKind(itemsOf(some), 'WorkspaceTemplate');
    expect(seen).toContain('payments/a-backend');
    expect(seen).not.toContain('payments/a-frontend');
    // A template that leaves the category is gone for who sees the category alone.
    portal.sandbox.objects.patch(
      'workspacetemplates',
      { namespace: 'payments', name: 'a-backend' },
      { spec: { category: 'frontend' } },
    );
    expect((await some.waitFor('delete')).data).toMatchObject({
      kind: 'WorkspaceTemplate',
      name: 'a-backend',
    });
    templates = { result: AuthorizeResult.DENY };
    const none = itemsOf(await open('developer'));
    expect(ofKind(none, 'WorkspaceTemplate')).toEqual([]);
    expect(ofKind(none, 'Workspace').length).toBeGreaterThan(0);
  });
});
