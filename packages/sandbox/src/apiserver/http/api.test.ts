import { startSandbox } from '../../startSandbox';
import { Sandbox } from '../../sandbox';
import {
  aWorkspace,
  TestClient,
  workspacesOf,
} from '../../__testUtils__/client';
import { readCrdManifests } from '../crdManifests';
import { StatusBody } from '../status/apiError';
import { KubeObject } from '../types';

const PATH = workspacesOf('default');

describe('the API over HTTPS', () => {
  let sandbox: Sandbox;
  let client: TestClient;

  const object = (name: string, spec = {}) => {
    const { metadata, ...rest } = aWorkspace(name, spec, 'default');
    return { ...rest, metadata: { ...metadata } };
  };
  const create = (name: string, spec = {}) =>
    client.request('POST', PATH, object(name, spec));

  beforeAll(async () => {
    // Without controllers, so that nobody else writes.
    sandbox = await startSandbox({ empty: true });
    client = new TestClient(sandbox);
    for (const manifest of readCrdManifests()) {
      await client.request(
        'POST',
        '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
        manifest,
      );
    }
  });
  afterAll(async () => {
    await client.close();
    await sandbox.stop();
  });

  it.each([
    ['', 403, 'Forbidden'],
    ['wrong', 401, 'Unauthorized'],
  ])('lets nobody in with the token "%s"', async (token, status, reason) => {
    const stranger = new TestClient(sandbox, token);
    const answer = await stranger.request<StatusBody>('GET', PATH);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ kind: 'Status', reason });
    await stranger.close();
  });

  it('fills in defaults and what only the server sets', async () => {
    const { status, body } = await create('defaults', {
      repositories: [{ url: 'https://git.example.com/a.git' }],
    });
    expect(status).toBe(201);
    expect(body.metadata).toMatchObject({
      generation: 1,
      resourceVersion: expect.any(String),
      uid: expect.any(String),
      creationTimestamp: expect.stringMatching(/^[\d-]+T[\d:]+Z$/),
    });
    expect(body.spec).toMatchObject({
      idleTimeout: '4h',
      autoStopAfter: '8h',
      storageSize: '10Gi',
      repositories: [{ branch: 'main' }],
    });
  });

  it('drops unknown fields with a warning, and refuses them when asked to be strict', async () => {
    const lax = await client.request('POST', PATH, object('lax', { nope: 1 }));
    expect(lax.body.spec).not.toHaveProperty('nope');
    expect(lax.headers.get('warning')).toBe(
      '299 - "unknown field \\"spec.nope\\""',
    );
    const strict = await client.request<StatusBody>(
      'POST',
      `${PATH}?fieldValidation=Strict`,
      object('strict', { nope: 1 }),
    );
    expect(strict.status).toBe(400);
    expect(strict.body.message).toContain(
      'strict decoding error: unknown field "spec.nope"',
    );
  });

  it('tells every field that is wrong, in the words of Kubernetes', async () => {
    const { status, body } = await client.request<StatusBody>('POST', PATH, {
      ...object('wrong', { owner: '', storageSize: 'ten' }),
      spec: {
        owner: '',
        image: 7,
        storageSize: 'ten',
        envFrom: { kind: 'Pod', name: 'x' },
      },
    });
    expect(status).toBe(422);
    expect(body.details).toMatchObject({
      name: 'wrong',
      group: 'butler.butlerlabs.dev',
      kind: 'Workspace',
    });
    expect(body.details?.causes).toEqual(
      expect.arrayContaining([
        {
          reason: 'FieldValueRequired',
          field: 'spec.clusterRef',
          message: 'Required value',
        },
        {
          reason: 'FieldValueInvalid',
          field: 'spec.owner',
          message:
            'Invalid value: "": spec.owner in body should be at least 1 chars long',
        },
        {
          reason: 'FieldValueTypeInvalid',
          field: 'spec.image',
          message:
            'Invalid value: "integer": spec.image in body must be of type string: "integer"',
        },
        {
          reason: 'FieldValueNotSupported',
          field: 'spec.envFrom.kind',
          message:
            'Unsupported value: "Pod": supported values: "Deployment", "StatefulSet"',
        },
        expect.objectContaining({ field: 'spec.storageSize' }),
      ]),
    );
  });

  it.each(['Upper', '-dash', 'a_b', 'a/b'])(
    'refuses the name %s',
    async name => {
      const { status, body } = await client.request<StatusBody>(
        'POST',
        PATH,
        object(name),
      );
      expect(status).toBe(422);
      expect(body.details?.causes?.[0].field).toBe('metadata.name');
    },
  );

  it.each(['..', '%2e%2e', 'a%2Fb'])(
    'finds nothing at the path of %s',
    async name => {
      const { status } = await client.request('GET', `${PATH}/${name}/x`);
      expect(status).toBe(404);
    },
  );

  it('makes a name from generateName', async () => {
    const { body } = await client.request('POST', PATH, {
      ...object(''),
      metadata: { generateName: 'made-' },
    });
    expect(body.metadata.name).toMatch(
      /^made-[bcdfghjklmnpqrstvwxz2456789]{5}$/,
    );
  });

  it('stores nothing on a dry run', async () => {
    const dry = await client.request(
      'POST',
      `${PATH}?dryRun=All`,
      object('dry'),
    );
    expect(dry.status).toBe(201);
    expect((await client.request('GET', `${PATH}/dry`)).status).toBe(404);
  });

  it('creates a name once, and only in a namespace that exists', async () => {
    await create('once');
    const again = await create('once');
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ reason: 'AlreadyExists' });
    const lost = await client.request<StatusBody>(
      'POST',
      workspacesOf('nowhere'),
      { ...object('x'), metadata: { name: 'x' } },
    );
    expect(lost.status).toBe(404);
    expect(lost.body.message).toBe('namespaces "nowhere" not found');
  });

  it('refuses an update of an older version', async () => {
    const { body: old } = await create('conflict');
    await client.merge(`${PATH}/conflict`, { spec: { image: 'img:2' } });
    const put = await client.request<StatusBody>(
      'PUT',
      `${PATH}/conflict`,
      old,
    );
    expect(put.status).toBe(409);
    expect(put.body.reason).toBe('Conflict');
    const patch = await client.merge(`${PATH}/conflict`, {
      metadata: { resourceVersion: old.metadata.resourceVersion },
      spec: { image: 'img:3' },
    });
    expect(patch.status).toBe(409);
  });

  it('raises the generation for a change of the spec, and for nothing else', async () => {
    await create('generation');
    const path = `${PATH}/generation`;
    const labelled = await client.merge(path, {
      metadata: { labels: { a: 'b' } },
    });
    expect(labelled.body.metadata.generation).toBe(1);
    const status = await client.merge(`${path}/status`, {
      status: { phase: 'Running' },
    });
    expect(status.body.metadata.generation).toBe(1);
    const spec = await client.merge(path, { spec: { image: 'img:2' } });
    expect(spec.body.metadata.generation).toBe(2);
    const same = await client.merge(path, { spec: { image: 'img:2' } });
    expect(same.body.metadata.resourceVersion).toBe(
      spec.body.metadata.resourceVersion,
    );
  });

  it('keeps spec and status apart', async () => {
    await create('apart');
    const path = `${PATH}/apart`;
    const main = await client.merge(path, { status: { phase: 'Running' } });
    expect(main.body.status).toBeUndefined();
    const { body } = await client.merge(`${path}/status`, {
      status: { phase: 'Running' },
      spec: { image: 'other' },
      metadata: { labels: { a: 'b' } },
    });
    expect(body.status).toEqual({ phase: 'Running' });
    expect(body.spec?.image).toBe('img:1');
    expect(body.metadata.labels).toBeUndefined();
    const template = await client.request<StatusBody>(
      'GET',
      '/apis/butler.butlerlabs.dev/v1alpha1/namespaces/default/workspacetemplates/x/status',
    );
    expect(template.status).toBe(404);
  });

  it('applies JSON patches, and refuses those that do not apply', async () => {
    await create('json-patch');
    const patch = (operations: unknown) =>
      client.request<KubeObject & StatusBody>(
        'PATCH',
        `${PATH}/json-patch`,
        operations,
        {
          'Content-Type': 'application/json-patch+json',
        },
      );
    const done = await patch([
      { op: 'test', path: '/spec/image', value: 'img:1' },
      { op: 'replace', path: '/spec/image', value: 'img:2' },
    ]);
    expect(done.body.spec?.image).toBe('img:2');
    expect(
      (await patch([{ op: 'test', path: '/spec/image', value: 'x' }])).status,
    ).toBe(422);
    expect((await patch([{ op: 'frob', path: '/spec' }])).status).toBe(400);
    expect((await patch({ op: 'add' })).status).toBe(400);
  });

  it('applies on the server, and says who else owns a field', async () => {
    const apply = (manager: string, image: string, force = false) =>
      client.request<StatusBody>(
        'PATCH',
        `${PATH}/applied?fieldManager=${manager}&force=${force}`,
        aWorkspace('applied', { image }, 'default'),
        { 'Content-Type': 'application/apply-patch+yaml' },
      );
    expect((await apply('first', 'img:1')).status).toBe(201);
    expect((await apply('first', 'img:2')).status).toBe(200);
    const refused = await apply('second', 'img:3');
    expect(refused.status).toBe(409);
    expect(refused.body.message).toBe(
      'Apply failed with 1 conflict: conflict with "first": .spec.image',
    );
    expect((await apply('second', 'img:3', true)).status).toBe(200);
    expect((await apply('first', 'img:2')).status).toBe(409);
  });

  it('refuses what it can not read: media types, broken JSON, too much', async () => {
    const post = (body: string, type: string) =>
      client.request<StatusBody>('POST', PATH, body, { 'Content-Type': type });
    expect((await post('x', 'text/plain')).status).toBe(415);
    expect((await post('{"kind":', 'application/json')).status).toBe(400);
    expect(
      (await post(`"${'x'.repeat(3 * 1024 * 1024)}"`, 'application/json'))
        .status,
    ).toBe(413);
  });

  it('knows which verbs a path takes', async () => {
    expect((await client.request('PUT', PATH, object('x'))).status).toBe(400);
    const { status } = await client.request(
      'POST',
      `${PATH}/defaults/status`,
      object('x'),
    );
    expect(status).toBe(405);
  });

  it('keeps an object with finalizers until they are gone', async () => {
    await client.request('POST', PATH, {
      ...object('held'),
      metadata: { name: 'held', finalizers: ['example.com/hold'] },
    });
    const marked = await client.request('DELETE', `${PATH}/held`);
    expect(marked.body.metadata.deletionTimestamp).toBeDefined();
    const more = await client.merge(`${PATH}/held`, {
      metadata: { finalizers: ['example.com/hold', 'example.com/more'] },
    });
    expect(more.status).toBe(422);
    await client.merge(`${PATH}/held`, { metadata: { finalizers: null } });
    expect((await client.request('GET', `${PATH}/held`)).status).toBe(404);
  });

  it('deletes only what the preconditions mean', async () => {
    const { body } = await create('precise');
    const remove = (preconditions: object) =>
      client.request('DELETE', `${PATH}/precise`, {
        kind: 'DeleteOptions',
        apiVersion: 'v1',
        preconditions,
      });
    expect((await remove({ uid: 'another' })).status).toBe(409);
    expect((await remove({ resourceVersion: '1' })).status).toBe(409);
    const { uid, resourceVersion } = body.metadata;
    const gone = await remove({ uid, resourceVersion });
    expect(gone.body).toMatchObject({ kind: 'Status', status: 'Success' });
  });

  it('pages through one consistent state', async () => {
    const namespace = 'pages';
    await client.request('POST', '/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    });
    const path = workspacesOf(namespace);
    for (const name of ['a', 'b', 'c']) {
      await client.request('POST', path, aWorkspace(name, {}, namespace));
    }
    type List = {
      metadata: { continue: string; remainingItemCount?: number };
      items: KubeObject[];
    };
    const first = await client.request<List>('GET', `${path}?limit=2`);
    expect(first.body.items.map(item => item.metadata.name)).toEqual([
      'a',
      'b',
    ]);
    expect(first.body.metadata.remainingItemCount).toBe(1);
    await client.request('POST', path, aWorkspace('d', {}, namespace));
    await client.request('DELETE', `${path}/c`);
    const second = await client.request<List>(
      'GET',
      `${path}?limit=2&continue=${first.body.metadata.continue}`,
    );
    expect(second.body.items.map(item => item.metadata.name)).toEqual(['c']);
    expect(second.body.metadata.continue).toBe('');
  });

  it('selects by labels and by name', async () => {
    const namespace = 'select';
    sandbox.objects.create('namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    });
    for (const [name, tier] of [
      ['one', 'gold'],
      ['two', 'silver'],
      ['three', ''],
    ]) {
      const made = aWorkspace(name, {}, namespace);
      made.metadata.labels = tier ? { tier } : undefined;
      sandbox.objects.create('workspaces', made);
    }
    const names = async (query: string) => {
      const { body } = await client.request<{ items: KubeObject[] }>(
        'GET',
        `${workspacesOf(namespace)}?${query}`,
      );
      return body.items.map(item => item.metadata.name);
    };
    expect(await names('labelSelector=tier%3Dgold')).toEqual(['one']);
    expect(await names('labelSelector=tier%20in%20(gold,silver)')).toEqual([
      'one',
      'two',
    ]);
    expect(await names('labelSelector=!tier')).toEqual(['three']);
    expect(await names('fieldSelector=metadata.name%3Dtwo')).toEqual(['two']);
    const { status } = await client.request(
      'GET',
      `${PATH}?fieldSelector=spec.owner%3Dx`,
    );
    expect(status).toBe(400);
  });

  it('empties a namespace that is deleted', async () => {
    const namespace = 'short-lived';
    sandbox.objects.create('namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    });
    const held = aWorkspace('held', {}, namespace);
    held.metadata.finalizers = ['example.com/hold'];
    sandbox.objects.create('workspaces', held);
    const { body } = await client.request(
      'DELETE',
      `/api/v1/namespaces/${namespace}`,
    );
    expect(body.status).toMatchObject({ phase: 'Terminating' });
    const late = await client.request(
      'POST',
      workspacesOf(namespace),
      aWorkspace('late', {}, namespace),
    );
    expect(late.status).toBe(403);
    await client.merge(`${workspacesOf(namespace)}/held`, {
      metadata: { finalizers: null },
    });
    expect(
      (await client.request('GET', `/api/v1/namespaces/${namespace}`)).status,
    ).toBe(404);
  });

  it('answers a Table from the printer columns', async () => {
    const { body } = await client.request<{
      kind: string;
      columnDefinitions: { name: string }[];
      rows: { cells: unknown[] }[];
    }>('GET', `${PATH}?fieldSelector=metadata.name%3Ddefaults`, undefined, {
      Accept: 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json',
    });
    expect(body.kind).toBe('Table');
    expect(body.columnDefinitions.map(column => column.name)).toEqual([
      'Name',
      'Phase',
      'Cluster',
      'Owner',
      'Image',
      'Connected',
      'Age',
    ]);
    expect(body.rows[0].cells.slice(0, 5)).toEqual([
      'defaults',
      null,
      'default-dev',
      'developer@example.com',
      'img:1',
    ]);
  });

  it('serves a kind only as long as its definition is there', async () => {
    const crd =
      '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/identityproviders.butler.butlerlabs.dev';
    const path = '/apis/butler.butlerlabs.dev/v1alpha1/identityproviders';
    expect((await client.request('GET', path)).status).toBe(200);
    await client.request('DELETE', crd);
    expect((await client.request('GET', path)).status).toBe(404);
  });

  it('records who sent which request', async () => {
    sandbox.requests.clear();
    await client.request('GET', PATH, undefined, {
      'Impersonate-User': 'developer@example.com',
      'Impersonate-Group': 'system:authenticated',
    });
    expect(sandbox.requests.all()).toEqual([
      {
        method: 'GET',
        path: PATH,
        impersonatedUser: 'developer@example.com',
        impersonatedGroups: ['system:authenticated'],
        status: 403,
      },
    ]);
  });
});
