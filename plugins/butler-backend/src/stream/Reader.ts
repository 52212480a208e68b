import { createHash } from 'node:crypto';
import { mayDoInTeam, STREAM_KINDS } from '@butler-portal/plugin-butler-common';
import type {
  Principal,
  StreamKind,
} from '@butler-portal/plugin-butler-common';
import type { Response } from 'express';
import type { Caller } from '../access/Caller';
import type { UserCredentials } from '../access/IdentityResolver';
import { formatEventId } from './eventId';
import type { LoggedEvent } from './EventLog';
import { COMMENT, idLine } from './sse';
import { sees } from './streamFacts';
import type { KindViews, StreamFacts } from './streamFacts';

/** The part of a response that a reader writes to. */
export type ReaderResponse = Pick<
  Response,
  'write' | 'end' | 'destroy' | 'writableLength' | 'on'
>;

/** A reader that stays further behind than this is cut off: it would fill the memory. */
export const MAX_BEHIND_BYTES = 1024 * 1024;
/** For how long a reader may be further behind: a burst of changes is written before any of it is sent. */
export const GRACE_MS = 1_000;
/** Beyond this not even for that long. */
export const MAX_BURST_BYTES = 8 * 1024 * 1024;
/** How long a reader may take over snapshots before it has caught up once. */
export const SNAPSHOT_MS = 30_000;

/** One open stream: what its reader may see, and the way to it. */
export class Reader {
  #caller: Caller;
  #views: KindViews;
  #view: string;
  /** Bytes of snapshots that the reader has not taken yet; they do not count as behind. */
  #allowance = 0;
  #grace?: NodeJS.Timeout;
  #snapshotDeadline?: NodeJS.Timeout;

  constructor(
    private readonly response: ReaderResponse,
    private readonly log: string,
    /** As the stream was opened with. */
    readonly credentials: UserCredentials,
    caller: Caller,
    views: KindViews,
    /** What it has asked for. */
    readonly kinds: readonly StreamKind[],
    /** Only these teams; empty for all. */
    private readonly teams: readonly string[],
  ) {
    this.#caller = caller;
    this.#views = views;
    this.#view = this.#hash();
    response.on('drain', () => this.#caughtUp());
  }

  get caller(): Caller {
    return this.#caller;
  }

  /** What Backstage's policy lets the reader see. */
  get views(): KindViews {
    return this.#views;
  }

  /** Tells who reads what from every other view. */
  get view(): string {
    return this.#view;
  }

  /** What the reader may see: the teams that it has asked for, of those that it is in. */
  get principal(): Principal {
    const { principal } = this.#caller;
    if (this.teams.length === 0) return principal;
    const teams = principal.teams.filter(({ team }) =>
      this.teams.includes(team),
    );
    return { ...principal, teams };
  }

  /** Whether there is anything left to read of what was asked for. */
  get hasAccess(): boolean {
    const { principal } = this.#caller;
    return (
      this.teams.length === 0 ||
      this.teams.some(team => mayDoInTeam(principal, 'team.view', team))
    );
  }

  /** @returns whether the caller's rights have changed */
  update(caller: Caller, views: KindViews): boolean {
    this.#caller = caller;
    this.#views = views;
    const view = this.#hash();
    const changed = view !== this.#view;
    this.#view = view;
    return changed;
  }

  /** Tells of a change, if the reader may see it or could until now. */
  tell(event: LoggedEvent): void {
    if (event.upsert && event.after && this.sees(event.after)) {
      this.send(event.upsert, event.sequence);
    } else if (event.before && this.sees(event.before)) {
      this.send(event.gone, event.sequence);
    }
  }

  /**
   * @param sequence - the newest event that the reader has then
   * @returns whether the reader keeps up; if not, the response will drain
   */
  send(bytes: Buffer, sequence: number): boolean {
    const { log, response } = this;
    const id = idLine(formatEventId({ log, sequence, view: this.#view }));
    response.write(bytes);
    const keepsUp = response.write(id);
    this.#cutIfBehind();
    return keepsUp;
  }

  /** A snapshot may be larger than what a reader may be behind; it gets the time to take it. */
  sendSnapshot(bytes: Buffer, sequence: number): void {
    const unsent = Math.min(this.#allowance, this.response.writableLength);
    this.#allowance = unsent + bytes.length;
    if (this.send(bytes, sequence)) {
      this.#caughtUp();
      return;
    }
    // Of several snapshots the first one's: who takes none of them is not waited for longer.
    this.#snapshotDeadline ??= setTimeout(
      () => this.response.destroy(),
      SNAPSHOT_MS,
    ).unref();
  }

  keepAlive(): void {
    this.response.write(COMMENT);
    this.#cutIfBehind();
  }

  /** Ends the stream: politely at first, then without waiting for one who does not read. For the hub alone. */
  end(): void {
    this.response.end();
    setTimeout(() => this.response.destroy(), GRACE_MS).unref();
  }

  #caughtUp(): void {
    this.#allowance = 0;
    clearTimeout(this.#snapshotDeadline);
    this.#snapshotDeadline = undefined;
  }

  get #behind(): number {
    return this.response.writableLength - this.#allowance;
  }

  #cutIfBehind(): void {
    if (this.#behind > MAX_BURST_BYTES) this.response.destroy();
    if (this.#behind <= MAX_BEHIND_BYTES || this.#grace) return;
    this.#grace = setTimeout(() => {
      this.#grace = undefined;
      if (this.#behind > MAX_BEHIND_BYTES) this.response.destroy();
    }, GRACE_MS);
    this.#grace.unref();
  }

  /** What belongs to no team is for those of every team. */
  sees(facts: StreamFacts): boolean {
    const { team } = facts;
    return (
      (this.teams.length === 0 ||
        team === undefined ||
        this.teams.includes(team)) &&
      sees(this.#caller.principal, this.#views, facts)
    );
  }

  #hash(): string {
    const { principal } = this.#caller;
    const views = STREAM_KINDS.map(kind => this.#views[kind]?.key);
    return createHash('sha256')
      .update(JSON.stringify([principal, views, this.teams]))
      .digest('hex')
      .slice(0, 16);
  }
}
