import { createHash, randomBytes } from 'node:crypto';
import type {
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { z } from 'zod';
import { TryAgainLaterError } from '../errors';

/** Long enough to open a socket, too short to be of use to whoever finds one. */
export const TICKET_LIFETIME_MS = 30_000;

const TICKET_BYTES = 32;
const TABLE = 'terminal_tickets';
const RETRY_AFTER_SECONDS = 5;

// Whatever it does not name is lost between issue and redemption; TicketStore.test.ts holds it to Identity.
const subjectSchema = z.object({
  identity: z.object({
    userEntityRef: z.string(),
    email: z.string().optional(),
    groups: z.array(z.string()),
    providerGroups: z
      .array(z.object({ provider: z.string(), name: z.string() }))
      .optional(),
  }),
  team: z.string(),
  name: z.string(),
  uid: z.string(),
  /** When the credential expires that the ticket was asked for with, in ms since 1970. */
  validUntil: z.number(),
});

/** Whom a ticket lets into which workspace. */
export type TicketSubject = z.infer<typeof subjectSchema>;

function hashOf(ticket: string): string {
  return createHash('sha256').update(ticket).digest('hex');
}

type Database = Awaited<ReturnType<DatabaseService['getClient']>>;

/**
 * One-time tickets for the terminal's socket. They lie in the plugin's database for their half minute, hashed, since the
 * socket may reach another replica than the one that gave the ticket (ADR 0012).
 */
export class TicketStore {
  #ready?: Promise<Database>;

  constructor(
    private readonly database: Pick<DatabaseService, 'getClient'>,
    private readonly logger: LoggerService,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * A ticket for the subject. Nobody learns it again.
   *
   * @throws TryAgainLaterError while the database is away
   */
  async issue(
    subject: TicketSubject,
  ): Promise<{ ticket: string; expiresAt: Date }> {
    const ticket = randomBytes(TICKET_BYTES).toString('base64url');
    const expiresAt = this.now() + TICKET_LIFETIME_MS;
    await this.#with(async database => {
      await database(TABLE).where('expires_at', '<=', this.now()).delete();
      await database(TABLE).insert({
        hash: hashOf(ticket),
        subject: JSON.stringify(subject),
        expires_at: expiresAt,
      });
    });
    return { ticket, expiresAt: new Date(expiresAt) };
  }

  /**
   * Whom the ticket lets in; undefined for one that is not known, expired or used.
   *
   * @throws TryAgainLaterError while the database is away
   */
  async redeem(ticket: string): Promise<TicketSubject | undefined> {
    const hash = hashOf(ticket);
    const row = await this.#with(async database => {
      const found = await database(TABLE).where({ hash }).first();
      // Of two who come with it at once only one deletes it.
      const deleted = await database(TABLE).where({ hash }).delete();
      return deleted === 1 ? found : undefined;
    });
    if (!row || Number(row.expires_at) <= this.now()) return undefined;
    return subjectSchema.parse(JSON.parse(row.subject));
  }

  async #with<T>(work: (database: Database) => Promise<T>): Promise<T> {
    try {
      this.#ready ??= this.#open();
      return await work(await this.#ready);
    } catch (error) {
      this.#ready = undefined;
      // The message holds the statement, which is nothing for a browser.
      this.logger.error(`Tickets for terminals: ${error}`);
      throw new TryAgainLaterError(
        'The Portal’s database does not answer as it should, and terminals need it to open. Try again in a moment; if this stays, tell the Portal’s operator.',
        RETRY_AFTER_SECONDS,
      );
    }
  }

  async #open(): Promise<Database> {
    const database = await this.database.getClient();
    if (await database.schema.hasTable(TABLE)) return database;
    try {
      await database.schema.createTable(TABLE, table => {
        table.string('hash', 64).primary();
        table.text('subject').notNullable();
        table.bigInteger('expires_at').notNullable();
      });
    } catch (error) {
      // Another replica may have made it since.
      if (!(await database.schema.hasTable(TABLE))) throw error;
    }
    return database;
  }
}
