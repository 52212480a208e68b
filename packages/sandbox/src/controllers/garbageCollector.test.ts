import { aWorkspace, eventually, TestClient } from '../__testUtils__/client';
import { Sandbox } from '../sandbox';
import { startSandbox } from '../startSandbox';

describe('the garbage collector', () => {
  let sandbox: Sandbox;
  let client: TestClient;

  const SECRETS = '/api/v1/namespaces/default/secrets';

  beforeAll(async () => {
    sandbox = await startSandbox();
    client = new TestClient(sandbox);
  });
  afterAll(async () => {
    await client.close();
    await sandbox.stop();
  });

  const secret = async (name: string, owner?: string) => {
    const { body } = await client.request('POST', SECRETS, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name,
        ...(owner && {
          ownerReferences: [
            {
              apiVersion: 'v1',
              kind: 'Secret',
              name: 'owner',
              uid: owner,
              blockOwnerDeletion: true,
            },
          ],
        }),
      },
    });
    return body.metadata.uid ?? '';
  };
  const remove = (name: string, propagationPolicy: string) =>
    client.request('DELETE', `${SECRETS}/${name}`, {
      kind: 'DeleteOptions',
      apiVersion: 'v1',
      propagationPolicy,
    });
  const statusOf = async (name: string) =>
    (await client.request('GET', `${SECRETS}/${name}`)).status;

  it.each(['Background', 'Foreground'])(
    'deletes what an object owns, all the way down: %s',
    async policy => {
      const owner = await secret('owner');
      const child = await secret('child', owner);
      await secret('grandchild', child);
      await remove('owner', policy);
      await eventually(async () => {
        expect(await statusOf('grandchild')).toBe(404);
        expect(await statusOf('child')).toBe(404);
        expect(await statusOf('owner')).toBe(404);
      });
    },
  );

  it('lets what an object owned live without it: Orphan', async () => {
    const owner = await secret('orphaning');
    await secret('orphan', owner);
    await remove('orphaning', 'Orphan');
    await eventually(async () => {
      expect(await statusOf('orphaning')).toBe(404);
    });
    const { body } = await client.request('GET', `${SECRETS}/orphan`);
    expect(body.metadata.ownerReferences).toBeUndefined();
  });

  it('keeps what has another owner', async () => {
    const first = await secret('first');
    const second = await secret('second');
    await secret('shared', first);
    await client.merge(`${SECRETS}/shared`, {
      metadata: {
        ownerReferences: [first, second].map(uid => ({
          apiVersion: 'v1',
          kind: 'Secret',
          name: 'x',
          uid,
        })),
      },
    });
    await remove('first', 'Background');
    await eventually(async () => {
      const { body } = await client.request('GET', `${SECRETS}/shared`);
      expect(body.metadata.ownerReferences?.map(({ uid }) => uid)).toEqual([
        second,
      ]);
    });
  });

  it('leaves objects without owners alone', async () => {
    sandbox.objects.create('workspaces', aWorkspace('ownerless'));
    await secret('plain');
    await remove('plain', 'Background');
    expect(
      sandbox.objects.get('workspaces', {
        namespace: 'payments',
        name: 'ownerless',
      }),
    ).toBeDefined();
  });
});
