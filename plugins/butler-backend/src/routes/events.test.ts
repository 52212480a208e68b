import { request } from 'node:http';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { EventStream } from '../__testUtils__/EventStream';
import { eventually } from '../__testUtils__/eventually';
import { startPortal } from '../__testUtils__/startPortal';
import type { Portal } from '../__testUtils__/startPortal';

const KEY = { namespace: 'payments', name: 'invoice-report' };

describe('the event stream', () => {
  let portal: Portal;
  const streams: EventStream[] = [];

  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(async () => portal.stop());
  afterEach(() => {
    for (const stream of streams.splice(0)) stream.close();
  });

  async function open(name: string, query?: string, lastId?: string) {
    const stream = await portal.as(name).events(query, lastId);
    streams.push(stream);
    await stream.waitFor('state');
    return stream;
  }

  function describeAs(text: string) {
    portal.sandbox.objects.patch('workspaces', KEY, {
      metadata: { annotations: { 'butler.butlerlabs.dev/description': text } },
    });
  }

  function isDescribed(text: string) {
    return ({ metadata }: Workspace) =>
      metadata.annotations?.['butler.butlerlabs.dev/description'] === text;
  }

  function setRole(role: string | undefined) {
    portal.sandbox.objects.patch(
      'teams',
      { name: 'payments' },
      {
        spec: {
          access: {
            users: [
              { name: 'team-admin@example.com', role: 'admin' },
              { name: 'developer@example.com', role: 'operator' },
              ...(role ? [{ name: 'viewer@example.com', role }] : []),
            ],
          },
        },
      },
    );
  }

  it('begins with what one may see, then says whether it is live', async () => {
    const stream = await open('developer');
    const [snapshot, state] = stream.events;
    expect(snapshot).toMatchObject({
      event: 'snapshot',
      id: expect.any(String),
    });
    expect(
      (snapshot.data as { items: Workspace[] }).items
        .map(({ metadata }) => metadata.name)
        .sort(),
    ).toEqual(['checkout-refunds', 'invoice-report', 'legacy-import']);
    expect(state).toMatchObject({
      event: 'state',
      data: { state: 'live' },
      id: expect.any(String),
    });
  });

  it('has an end for who asks for its headers only', async () => {
    const response = await fetch(`${portal.url}/events`, {
      method: 'HEAD',
      headers: {
        authorization: mockCredentials.user.header('user:default/developer'),
      },
    });
    expect(response.status).toBe(200);
  });

  it('is not held back or changed on its way', async () => {
    const response = await fetch(`${portal.url}/events`, {
      headers: {
        authorization: mockCredentials.user.header('user:default/developer'),
        'accept-encoding': 'gzip',
      },
    });
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(response.headers.get('cache-control')).toBe(
      'no-cache, no-transform',
    );
    expect(response.headers.get('content-encoding')).toBeNull();
    await response.body?.cancel();
  });

  it('tells changes to those who may see them and to nobody else', async () => {
    const [developer, admin, other] = await Promise.all([
      open('developer'),
      open('team-admin'),
      open('other-developer'),
    ]);
    describeAs('told');
    await developer.waitFor('upsert', isDescribed('told'));
    await admin.waitFor('upsert', isDescribed('told'));
    portal.sandbox.objects.patch(
      'workspaces',
      { namespace: 'search', name: 'synonyms' },
      {
        metadata: {
          annotations: { 'butler.butlerlabs.dev/description': 'hidden' },
        },
      },
    );
    await other.waitFor('upsert', isDescribed('hidden'));
    expect(other.events.filter(({ event }) => event === 'upsert')).toHaveLength(
      1,
    );
    expect(JSON.stringify(developer.events)).not.toContain('hidden');
    expect(JSON.stringify(admin.events)).not.toContain('hidden');
  });

  it('tells of only the teams that were asked for', async () => {
    const stream = await open('platform-admin', '?team=search&team=search');
    describeAs('elsewhere');
    portal.sandbox.objects.patch(
      'workspaces',
      { namespace: 'search', name: 'synonyms' },
      {
        metadata: {
          annotations: { 'butler.butlerlabs.dev/description': 'here' },
        },
      },
    );
    await stream.waitFor('upsert', isDescribed('here'));
    expect(
      stream.events.some(
        ({ event, data }) =>
          event === 'upsert' && isDescribed('elsewhere')(data as Workspace),
      ),
    ).toBe(false);
  });

  it('tells of deletions', async () => {
    const { body } = await portal
      .as('developer')
      .post('/teams/payments/workspaces', {
        name: 'short-lived',
        spec: { clusterRef: { name: 'payments-dev' }, image: 'go:1' },
      });
    const stream = await open('developer');
    await portal
      .as('developer')
      .delete('/teams/payments/workspaces/short-lived');
    expect((await stream.waitFor('delete')).data).toEqual({
      team: 'payments',
      name: 'short-lived',
      uid: body.metadata.uid,
    });
  });

  it('goes on where it broke off', async () => {
    const first = await open('developer');
    describeAs('before');
    await first.waitFor('upsert', isDescribed('before'));
    const { lastId } = first;
    first.close();
    describeAs('meanwhile');
    await eventually(async () => {
      const { body } = await portal
        .as('developer')
        .get('/workspaces?q=invoice');
      expect(isDescribed('meanwhile')(body.items[0])).toBe(true);
    });
    const second = await open('developer', '', lastId);
    expect(second.events.map(({ event }) => event)).toEqual([
      'upsert',
      'state',
    ]);
    expect(isDescribed('meanwhile')(second.events[0].data as Workspace)).toBe(
      true,
    );
  });

  it('begins anew where it does not know what was missed', async () => {
    const first = await open('developer');
    for (const [name, query, id] of [
      ['developer', '', 'nonsense'],
      ['developer', '', `0123456789abcdef.1.0123456789abcdef`],
      ['developer', '?team=payments', first.lastId],
      ['team-admin', '', first.lastId],
    ]) {
      const stream = await open(name, query, id);
      expect(stream.events[0].event).toBe('snapshot');
    }
  });

  it('tells that one’s rights have changed, and shows no more than they allow', async () => {
    const stream = await open('viewer');
    expect(
      (stream.events[0].data as { items: unknown[] }).items.length,
    ).toBeGreaterThan(2);
    setRole('operator');
    await stream.waitFor('access');
    await stream.waitFor('snapshot', ({ items }) => items.length === 0);
    describeAs('no longer seen');
    setRole(undefined);
    await eventually(() =>
      expect(
        stream.events.filter(({ event }) => event === 'access'),
      ).toHaveLength(2),
    );
    expect(stream.events.some(({ event }) => event === 'upsert')).toBe(false);
    setRole('viewer');
    await eventually(() =>
      expect(
        stream.events.filter(({ event }) => event === 'access'),
      ).toHaveLength(3),
    );
  });

  it('is cut off for a reader that does not read, and goes on for the others', async () => {
    const other = await open('team-admin');
    const slow = request(`${portal.url}/events`, {
      headers: {
        authorization: mockCredentials.user.header('user:default/developer'),
      },
    });
    const cut = new Promise<boolean>((resolve, reject) => {
      slow.on('error', reject);
      slow.on('response', response => {
        // Nothing is read until more has been sent than the sockets in between can hold.
        for (let count = 0; count < 80; count += 1) {
          describeAs(`${count} ${'x'.repeat(200_000)}`);
        }
        describeAs('after the flood');
        other
          .waitFor('upsert', isDescribed('after the flood'))
          .then(() => response.resume(), reject);
        response.on('error', () => resolve(true));
        response.on('end', () => resolve(false));
      });
    });
    slow.end();
    expect(await cut).toBe(true);
  });

  it('ends when the team that it is about is lost', async () => {
    const stream = await open('viewer', '?team=payments');
    setRole(undefined);
    await eventually(() => expect(stream.ended).toBe(true));
    setRole('viewer');
    await eventually(async () =>
      expect((await portal.as('viewer').get('/me')).body.teams).toHaveLength(1),
    );
  });

  it('ends when the person is locked out', async () => {
    const stream = await open('viewer');
    portal.sandbox.objects.patch(
      'users',
      { name: 'viewer' },
      { status: { phase: 'Locked' } },
      'status',
    );
    await eventually(() => expect(stream.ended).toBe(true));
  });
});

describe('the end of a stream', () => {
  it('comes with the end of the credential', async () => {
    const credentials = mockCredentials.user('user:default/developer');
    const expiring = { ...credentials, expiresAt: new Date(Date.now() + 300) };
    const portal = await startPortal({
      features: [
        mockServices.httpAuth.mock({
          credentials: (async () => expiring) as never,
        }).factory,
      ],
    });
    try {
      const stream = await portal.as('developer').events();
      await eventually(() => expect(stream.ended).toBe(true));
    } finally {
      await portal.stop();
    }
  });

  it('comes with the end of the backend, which does not wait', async () => {
    const portal = await startPortal();
    const stream = await portal.as('developer').events();
    await stream.waitFor('state');
    await portal.stop();
    await eventually(() => expect(stream.ended).toBe(true));
  });
});
