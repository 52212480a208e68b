import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Identity } from '../access/Caller';
import type { SameType } from '../sameType';
import { TICKET_LIFETIME_MS, TicketStore } from './TicketStore';
import type { TicketSubject } from './TicketStore';

const SUBJECT: TicketSubject = {
  identity: {
    userEntityRef: 'user:default/developer',
    email: 'developer@example.com',
    groups: ['payments'],
    providerGroups: [{ provider: 'corporate', name: 'devs' }],
  },
  team: 'payments',
  name: 'api',
  uid: 'uid-api',
  validUntil: 2_000_000,
};

// PostgreSQL where BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING names one.
const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});

describe.each(databases.eachSupportedId())('tickets in %s', databaseId => {
  let now = 1_000_000;

  async function open() {
    const client = await databases.init(databaseId);
    const logger = mockServices.logger.mock();
    const replicas = [0, 1].map(
      () =>
        new TicketStore({ getClient: async () => client }, logger, () => now),
    );
    return { client, logger, stores: replicas };
  }

  async function stores() {
    return (await open()).stores;
  }

  it('let in once, at whichever replica', async () => {
    const [one, other] = await stores();
    const { ticket } = await one.issue(SUBJECT);
    expect(ticket).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await other.redeem(ticket)).toEqual(SUBJECT);
    expect(await one.redeem(ticket)).toBeUndefined();
    expect(await other.redeem(ticket)).toBeUndefined();
  });

  it('forget nothing of who somebody is', () => {
    // Does not compile once an Identity has a field that the schema would strip.
    const same: SameType<TicketSubject['identity'], Identity> = true;
    expect(same).toBe(true);
  });

  it('let only one of two in who come at once', async () => {
    const [one, other] = await stores();
    const { ticket } = await one.issue(SUBJECT);
    const both = await Promise.all([one.redeem(ticket), other.redeem(ticket)]);
    expect(both.filter(Boolean)).toEqual([SUBJECT]);
  });

  it('expire after half a minute', async () => {
    const [store] = await stores();
    const [late, early] = [
      await store.issue(SUBJECT),
      await store.issue(SUBJECT),
    ];
    now += TICKET_LIFETIME_MS - 1;
    expect(await store.redeem(early.ticket)).toEqual(SUBJECT);
    now += 1;
    expect(await store.redeem(late.ticket)).toBeUndefined();
  });

  it('let nobody in by guesses, and lie in the database only as hashes', async () => {
    const {
      client,
      stores: [store],
    } = await open();
    const { ticket } = await store.issue(SUBJECT);
    expect(await store.redeem('')).toBeUndefined();
    expect(await store.redeem(ticket.toLowerCase())).toBeUndefined();
    const rows = JSON.stringify(await client('terminal_tickets').select());
    expect(rows).not.toContain(ticket);
  });

  it('are given by replicas that make the table in the same moment', async () => {
    const [one, other] = await stores();
    const [{ ticket }] = await Promise.all([
      one.issue(SUBJECT),
      other.issue(SUBJECT),
    ]);
    expect(await other.redeem(ticket)).toEqual(SUBJECT);
  });

  it('are refused in plain words while the database is away, and the log has the cause', async () => {
    const {
      client,
      logger,
      stores: [store],
    } = await open();
    const { ticket } = await store.issue(SUBJECT);
    await client.destroy();
    const refusal = {
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(/^The Portal’s database .* operator/),
      retryAfterSeconds: expect.any(Number),
    };
    await expect(store.issue(SUBJECT)).rejects.toMatchObject(refusal);
    await expect(store.redeem(ticket)).rejects.toMatchObject(refusal);
    expect(logger.error).toHaveBeenCalledTimes(2);
    expect(JSON.stringify(logger.error.mock.calls)).toMatch(/acquire/);
  });
});
