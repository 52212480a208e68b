import { Sandbox } from '../../sandbox';
import { startSandbox } from '../../startSandbox';
import {
  aWorkspace,
  eventually,
  ReceivedEvent,
  TestClient,
  workspacesOf,
} from '../../__testUtils__/client';
import { readCrdManifests } from '../crdManifests';

const PATH = workspacesOf('default');

function told(events: ReceivedEvent[]): string[] {
  return events.map(({ type, object }) => `${type} ${object.metadata.name}`);
}

describe('watch', () => {
  let sandbox: Sandbox;
  let client: TestClient;
  const opened: { close: () => void }[] = [];

  const watch = async (query: string) => {
    const stream = await client.watch(`${PATH}?watch=true&${query}`);
    opened.push(stream);
    return stream;
  };
  const create = (name: string, labels?: Record<string, string>) => {
    const object = aWorkspace(name, {}, 'default');
    object.metadata.labels = labels;
    return sandbox.objects.create('workspaces', object);
  };
  const version = async () => {
    const { body } = await client.request('GET', PATH);
    return body.metadata.resourceVersion;
  };

  beforeEach(async () => {
    sandbox = await startSandbox({ empty: true });
    client = new TestClient(sandbox);
    readCrdManifests().forEach(manifest =>
      sandbox.objects.create('customresourcedefinitions', manifest),
    );
  });
  afterEach(async () => {
    opened.splice(0).forEach(stream => stream.close());
    await client.close();
    await sandbox.stop();
  });

  it('begins with what there is when it names no version', async () => {
    create('one');
    const { events } = await watch('');
    await eventually(() => expect(told(events)).toEqual(['ADDED one']));
    create('two');
    sandbox.objects.delete('workspaces', { namespace: 'default', name: 'one' });
    await eventually(() =>
      expect(told(events)).toEqual(['ADDED one', 'ADDED two', 'DELETED one']),
    );
  });

  it('resumes from a version without losing or repeating a change', async () => {
    const first = create('one');
    sandbox.objects.patch('workspaces', first.metadata, {
      spec: { image: 'img:2' },
    });
    create('two');
    const { events } = await watch(
      `resourceVersion=${first.metadata.resourceVersion}`,
    );
    await eventually(() =>
      expect(told(events)).toEqual(['MODIFIED one', 'ADDED two']),
    );
  });

  it('says 410 when the version is too old', async () => {
    const old = await version();
    sandbox.faults.expireHistory();
    const { events, ended } = await watch(`resourceVersion=${old}`);
    await ended;
    expect(events).toEqual([
      {
        type: 'ERROR',
        object: expect.objectContaining({ code: 410, reason: 'Expired' }),
      },
    ]);
    const fresh = await watch(`resourceVersion=${await version()}`);
    create('later');
    await eventually(() => expect(told(fresh.events)).toEqual(['ADDED later']));
  });

  it('refuses a version that it has not reached', async () => {
    const { status, body } = await client.request(
      'GET',
      `${PATH}?watch=true&resourceVersion=999999`,
    );
    expect(status).toBe(504);
    expect(body.message).toContain('Too large resource version');
  });

  it('ends at its timeout, with a bookmark shortly before', async () => {
    create('one');
    const at = await version();
    const { events, ended } = await watch(
      `resourceVersion=${at}&allowWatchBookmarks=true&timeoutSeconds=1`,
    );
    await ended;
    expect(events).toEqual([
      {
        type: 'BOOKMARK',
        object: {
          apiVersion: 'butler.butlerlabs.dev/v1alpha1',
          kind: 'Workspace',
          metadata: { resourceVersion: at },
        },
      },
    ]);
  });

  it('shows an object come and go with its labels', async () => {
    const made = create('one');
    const { events } = await watch(
      `resourceVersion=${made.metadata.resourceVersion}&labelSelector=tier%3Dgold`,
    );
    const label = (tier: string | null) =>
      sandbox.objects.patch('workspaces', made.metadata, {
        metadata: { labels: { tier } },
      });
    label('gold');
    sandbox.objects.patch('workspaces', made.metadata, {
      spec: { image: 'img:2' },
    });
    label(null);
    await eventually(() =>
      expect(told(events)).toEqual([
        'ADDED one',
        'MODIFIED one',
        'DELETED one',
      ]),
    );
  });

  it('holds events back while stalled, and loses none', async () => {
    const { events } = await watch('');
    sandbox.faults.stallWatches(true);
    create('one');
    await client.request('GET', PATH);
    expect(events).toEqual([]);
    sandbox.faults.stallWatches(false);
    await eventually(() => expect(told(events)).toEqual(['ADDED one']));
  });

  it('is cut off with the other connections left alone', async () => {
    const { ended } = await watch('');
    sandbox.faults.cutWatches();
    await ended;
    expect((await client.request('GET', PATH)).status).toBe(200);
  });

  it('is a failure of its own when the options contradict each other', async () => {
    const { status } = await client.request(
      'GET',
      `${PATH}?watch=true&sendInitialEvents=true`,
    );
    expect(status).toBe(422);
  });
});
