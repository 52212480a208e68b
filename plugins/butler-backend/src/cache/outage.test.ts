import type { Workspace } from '@butler-portal/plugin-butler-common';
import type { EventStream } from '../__testUtils__/EventStream';
import { eventually } from '../__testUtils__/eventually';
import { startPortal } from '../__testUtils__/startPortal';
import type { Portal } from '../__testUtils__/startPortal';

const NAMESPACE = 'payments';
/** Far beyond what is promised, five seconds: a busy machine is no fault. backoff.test.ts holds the waiting to it. */
const RETURN_MS = 30_000;

describe('when the management cluster is cut off', () => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await startPortal({ sandbox: { workspaces: 1000 } });
  });
  afterEach(async () => portal.stop());

  function list() {
    return portal.as('platform-admin').get('/workspaces');
  }

  function inCluster(): string[] {
    return portal.sandbox.objects
      .list('workspaces')
      .map(({ metadata }) => `${metadata.uid} ${metadata.resourceVersion}`)
      .sort();
  }

  function versions(items: Workspace[]): string[] {
    return items
      .map(({ metadata }) => `${metadata.uid} ${metadata.resourceVersion}`)
      .sort();
  }

  function changeObjects(): void {
    const { objects } = portal.sandbox;
    const [first, second, third] = objects.list('workspaces', NAMESPACE);
    objects.patch(
      'workspaces',
      { namespace: NAMESPACE, name: first.metadata.name },
      {
        metadata: {
          annotations: { 'butler.butlerlabs.dev/description': 'changed' },
        },
      },
    );
    objects.patch(
      'workspaces',
      { namespace: NAMESPACE, name: second.metadata.name },
      {
        metadata: { finalizers: null },
      },
    );
    objects.delete('workspaces', {
      namespace: NAMESPACE,
      name: second.metadata.name,
    });
    objects.create('workspaces', {
      apiVersion: 'butler.butlerlabs.dev/v1alpha1',
      kind: 'Workspace',
      metadata: { name: 'born-meanwhile', namespace: NAMESPACE },
      spec: { ...third.spec },
    });
  }

  /** What a browser holds after all that the stream has told it. */
  function heldBy(stream: EventStream): string[] {
    const held = new Map<string, Workspace>();
    for (const { event, data } of stream.events) {
      if (event === 'snapshot') {
        held.clear();
        for (const item of data.items) held.set(item.metadata.uid ?? '', item);
      } else if (event === 'upsert') {
        held.set(data.metadata.uid ?? '', data);
      } else if (event === 'delete') {
        held.delete(data.uid);
      }
    }
    return versions([...held.values()]);
  }

  async function isWhole(stream: EventStream): Promise<void> {
    await eventually(async () => {
      const { headers, body } = await list();
      expect(headers['x-butler-stale-since']).toBeUndefined();
      expect(versions(body.items)).toEqual(inCluster());
      expect(heldBy(stream)).toEqual(inCluster());
    }, RETURN_MS);
  }

  it('lists go on and say since when, and all is made up for after the return', async () => {
    const stream = await portal.as('platform-admin').events();
    await stream.waitFor('state');
    const before = (await list()).body.totalItems;
    const start = Date.now();

    await portal.sandbox.faults.goAway();
    const state = await stream.waitFor('state', data => data.state === 'stale');
    const { status, headers, body } = await list();
    expect([status, body.totalItems]).toEqual([200, before]);
    expect(headers['x-butler-stale-since']).toBe(
      (state.data as { since: string }).since,
    );
    expect(
      Date.parse(String(headers['x-butler-stale-since'])),
    ).toBeGreaterThanOrEqual(start);
    changeObjects();
    const write = await portal
      .as('developer')
      .post('/teams/payments/workspaces/invoice-report/start');
    expect([write.status, write.headers['retry-after']]).toEqual([503, '5']);
    expect(write.body.error.message).toMatch(/cannot be reached/);

    portal.sandbox.requests.clear();
    await portal.sandbox.faults.comeBack();
    await isWhole(stream);
    await stream.waitFor('state', data => data.state === 'live');
    expect(
      stream.events.flatMap(({ event, data }) =>
        event === 'state' ? data.state : [],
      ),
    ).toEqual(expect.arrayContaining(['live', 'stale', 'live']));
    expect(stream.events.at(-1)?.data).not.toMatchObject({ state: 'stale' });
    // What was missed comes by the watch: nothing is listed again.
    const lists = portal.sandbox.requests
      .all()
      .filter(({ path }) => !path.includes('watch=true'));
    expect(lists).toEqual([]);
    stream.close();
  });

  it('lists again when the history does not reach back, and tells just the differences', async () => {
    const stream = await portal.as('platform-admin').events();
    await stream.waitFor('state');
    await portal.sandbox.faults.goAway();
    await stream.waitFor('state', data => data.state === 'stale');
    changeObjects();
    portal.sandbox.faults.expireHistory();
    await portal.sandbox.faults.comeBack();
    await isWhole(stream);
    expect(
      stream.events.filter(({ event }) => event === 'snapshot'),
    ).toHaveLength(1);
    expect(
      stream.events.filter(({ event }) => event === 'upsert').length,
    ).toBeLessThan(10);
    stream.close();
  });
});
