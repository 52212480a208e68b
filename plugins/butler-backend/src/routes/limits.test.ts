import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { EventStream } from '../__testUtils__/EventStream';
import { askedOf } from '../__testUtils__/askedOf';
import { eventually } from '../__testUtils__/eventually';
import { startPortal } from '../__testUtils__/startPortal';
import type { Portal, PortalAnswer } from '../__testUtils__/startPortal';

const PAYMENTS = '/teams/payments/workspaces';
const MINE = `${PAYMENTS}/checkout-refunds`;
const ORIGIN = 'https://portal.example.com';

describe('what one person may ask for', () => {
  let portal: Portal;
  let busy = Promise.resolve();

  beforeAll(async () => {
    portal = await startPortal({
      butler: { limits: { requestsPerUser: 5, streamsPerUser: 2 } },
      policy: async (_, name) => {
        if (name === 'team-admin') await busy;
        return { result: AuthorizeResult.ALLOW };
      },
    });
  });
  afterAll(async () => portal.stop());
  beforeEach(() => portal.sandbox.requests.clear());

  it('is bounded: a flood of big lists is turned away, and nobody else suffers', async () => {
    const admin = portal.as('team-admin');
    let answerAll = () => {};
    busy = new Promise(resolve => {
      answerAll = resolve;
    });
    const refused: PortalAnswer[] = [];
    const flood = Array.from({ length: 20 }, async () => {
      const answer = await admin.get('/workspaces');
      if (answer.status === 429) refused.push(answer);
      return answer.status;
    });
    await eventually(() => expect(refused).toHaveLength(15));
    expect((await portal.as('developer').get('/workspaces')).status).toBe(200);
    answerAll();
    const statuses = await Promise.all(flood);
    expect(statuses.filter(status => status === 200)).toHaveLength(5);
    expect(refused[0].headers['retry-after']).toBe('1');
    expect(refused[0].body.error.message).toMatch(/Wait for one to end/);
    expect((await admin.get('/workspaces')).status).toBe(200);
  });

  it('is bounded: so many streams, which do not count as requests', async () => {
    const open: EventStream[] = [];
    const viewer = portal.as('viewer');
    try {
      open.push(await viewer.events(), await viewer.events());
      await expect(viewer.events()).rejects.toThrow(/429.*2 event streams/);
      const lists = await Promise.all(
        Array.from({ length: 5 }, () => viewer.get('/workspaces')),
      );
      expect(lists.map(({ status }) => status)).toEqual(lists.map(() => 200));
      open[0].close();
      await eventually(async () => open.push(await viewer.events()));
    } finally {
      for (const stream of open) stream.close();
    }
  });

  it('is no more than 500 rows at once, unless it pages on', async () => {
    expect(
      (await portal.as('developer').get('/workspaces?limit=501')).status,
    ).toBe(400);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'text/plain; application/json',
  ])('is JSON: a body of type %s is refused', async type => {
    const developer = portal.as('developer');
    for (const path of [PAYMENTS, `${MINE}/stop`]) {
      const { status, body } = await developer.post(path, '{}', {
        'content-type': type,
      });
      expect([status, body.error.name]).toEqual([
        415,
        'UnsupportedMediaTypeError',
      ]);
    }
    expect(askedOf(portal.sandbox)).toEqual([]);
  });

  it('comes with a token: a cookie is none', async () => {
    const nobody = portal.as(undefined);
    for (const cookie of ['backstage-auth=x', 'Authorization=x']) {
      expect((await nobody.get('/workspaces', { cookie })).status).toBe(401);
      expect((await nobody.get('/events', { cookie })).status).toBe(401);
    }
  });
});

describe('the event stream', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({ app: { baseUrl: `${ORIGIN}/portal` } });
  });
  afterAll(async () => portal.stop());

  it.each([
    ['foreign', 'https://evil.example.com'],
    ['null', 'null'],
    ['look-alike', `${ORIGIN}.evil.example.com`],
    ['look-alike', 'http://portal.example.com'],
    ['empty', ''],
  ])('is closed to a page of a %s origin: %s', async (_, origin) => {
    const { status, body } = await portal
      .as('developer')
      .get('/events', { origin });
    expect(status).toBe(403);
    expect(body.error.message).toMatch(/app\.baseUrl/);
  });

  it('is open to the app, whose browser leaves the header out on the same origin', async () => {
    for (const headers of [{ origin: ORIGIN }, undefined]) {
      const stream = await portal
        .as('developer')
        .events('', undefined, headers);
      expect(await stream.waitFor('snapshot')).toBeDefined();
      stream.close();
    }
  });
});
