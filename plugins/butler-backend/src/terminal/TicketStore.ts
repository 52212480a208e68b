import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import { z } from 'zod';

/** Long enough to open a socket, too short to be of use to whoever finds one. */
export const TICKET_LIFETIME_MS = 30_000;

const TICKET_BYTES = 32;
const TABLE = 'terminal_tickets';

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
    private readonly now: () => number = Date.now,
  ) {}

  /** A ticket for the subject. Nobody learns it again. */
  async issue(
    subject: TicketSubject,
  ): Promise<{ ticket: string; expiresAt: Date }> {
    const database = await this.#open();
    const ticket = randomBytes(TICKET_BYTES).toString('base64url');
    const expiresAt = this.now() + TICKET_LIFETIME_MS;
    await database(TABLE).where('expires_at', '<=', this.now()).delete();
    await database(TABLE).insert({
      hash: hashOf(ticket),
      subject: JSON.stringify(subject),
      expires_at: expiresAt,
    });
    return { ticket, expiresAt: new Date(expiresAt) };
  }

  /** Whom the ticket lets in; undefined for one that is not known, expired or used. */
  async redeem(ticket: string): Promise<TicketSubject | undefined> {
    const database = await this.#open();
    const hash = hashOf(ticket);
    const row = await database(TABLE).where({ hash }).first();
    // Of two who come with it at once only one deletes it.
    const deleted = await database(TABLE).where({ hash }).delete();
    if (!row || deleted !== 1 || Number(row.expires_at) <= this.now()) {
      return undefined;
    }
    return subjectSchema.parse(JSON.parse(row.subject));
  }

  #open(): Promise<Database> {
    this.#ready ??= this.#create().catch(error => {
      // Two replicas that create it at once may run into one another; the next request finds it.
      this.#ready = undefined;
      throw error;
    });
    return this.#ready;
  }

  async #create(): Promise<Database> {
    const database = await this.database.getClient();
    if (!(await database.schema.hasTable(TABLE))) {
      await database.schema.createTable(TABLE, table => {
        table.string('hash', 64).primary();
        table.text('subject').notNullable();
        table.bigInteger('expires_at').notNullable();
      });
    }
    return database;
  }
}
