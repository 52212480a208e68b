import { setInterval } from 'node:timers';
import { NotAllowedError } from '@backstage/errors';
import { emailKey } from '@butler-portal/plugin-butler-common';
import type {
  CacheState,
  StreamKind,
} from '@butler-portal/plugin-butler-common';
import type { AccessControl } from '../access/AccessControl';
import type { Caller } from '../access/Caller';
import type { UserCredentials } from '../access/IdentityResolver';
import { peopleIn } from '../access/peopleIn';
import type { Policy, PolicyView } from '../access/policy/Policy';
import type { ButlerCache } from '../cache/ButlerCache';
import { itemsJson } from '../workspaces/serialize';
import { parseEventId } from './eventId';
import { EventLog } from './EventLog';
import type { LoggedEvent } from './EventLog';
import { kindViews } from './kindViews';
import type { Reader } from './Reader';
import { eventBytes } from './sse';
import { StreamedKinds } from './StreamedKinds';
import type { NewEvent } from './StreamedKinds';
import type { KindViews } from './streamFacts';

const KEEP_ALIVE_MS = 15_000;

function stateBytes(state: CacheState): Buffer {
  return eventBytes('state', JSON.stringify(state));
}

const ACCESS_BYTES = eventBytes('access', '{}');

/** Tells every open stream what its reader may see, each change written once for all of them. */
export class EventHub {
  readonly #log: EventLog;
  readonly #kinds: StreamedKinds;
  readonly #readers = new Set<Reader>();
  readonly #subscriptions: (() => void)[];
  readonly #keepAlive: NodeJS.Timeout;
  #closed = false;

  constructor(
    private readonly cache: ButlerCache,
    private readonly access: AccessControl,
    private readonly policy: Pick<Policy, 'viewFor'>,
    log: EventLog = new EventLog(),
  ) {
    this.#log = log;
    this.#kinds = new StreamedKinds(cache, access);
    this.#subscriptions = [
      this.#kinds.subscribe(event => this.#tell(event)),
      cache.teams.subscribe(() => this.#recheck(this.#readers)),
      cache.users.subscribe(changes => {
        const people = peopleIn(changes);
        this.#recheck(
          [...this.#readers].filter(({ caller }) =>
            people.has(emailKey(caller.email)),
          ),
        );
      }),
      cache.freshness.subscribe(state => this.#tellState(state)),
    ];
    this.#keepAlive = setInterval(() => {
      for (const reader of this.#readers) reader.keepAlive();
    }, KEEP_ALIVE_MS);
    this.#keepAlive.unref();
  }

  /** Identifies the events of this hub. */
  get logId(): string {
    return this.#log.id;
  }

  /** {@link kindViews} of somebody, after the policy. */
  viewsFor(
    kinds: readonly StreamKind[],
    workspaces: PolicyView,
    credentials: UserCredentials,
  ): Promise<KindViews> {
    return kindViews(this.policy, kinds, workspaces, credentials);
  }

  /** How many streams are open. */
  get open(): number {
    return this.#readers.size;
  }

  /** Begins to tell a reader: what it has missed since its last event, or everything. */
  add(reader: Reader, lastEventId: string | undefined): void {
    if (this.#closed || !this.#isCurrent(reader)) {
      this.drop(reader);
      return;
    }
    const missed = this.#missed(reader, lastEventId);
    if (missed) {
      for (const event of missed) reader.tell(event);
    } else {
      this.#snapshot(reader);
    }
    reader.send(stateBytes(this.cache.freshness.state), this.#log.sequence);
    this.#readers.add(reader);
  }

  /**
   * Ends a reader's stream. The one way to do it: nothing may be written to a stream that has ended,
   * and its connection may take a while to close.
   */
  drop(reader: Reader): void {
    this.#readers.delete(reader);
    reader.end();
  }

  /** Ends every stream; the server waits for them when it stops. */
  close(): void {
    this.#closed = true;
    clearInterval(this.#keepAlive);
    for (const unsubscribe of this.#subscriptions) unsubscribe();
    for (const reader of [...this.#readers]) this.drop(reader);
  }

  /** Teams and Users may have changed while the policy was asked: @returns whether access is left. */
  #isCurrent(reader: Reader): boolean {
    try {
      const caller = this.access.callerFor(reader.caller.identity);
      reader.update(caller, reader.views);
      return reader.hasAccess;
    } catch (error) {
      if (!(error instanceof NotAllowedError)) throw error;
      return false;
    }
  }

  #missed(
    reader: Reader,
    lastEventId: string | undefined,
  ): LoggedEvent[] | undefined {
    const place = parseEventId(lastEventId);
    if (place?.log !== this.#log.id || place.view !== reader.view) {
      return undefined;
    }
    return this.#log.since(place.sequence);
  }

  #snapshot(reader: Reader): void {
    const items = this.#kinds.snapshotFor(reader);
    const bytes = eventBytes('snapshot', itemsJson(items));
    reader.sendSnapshot(bytes, this.#log.sequence);
  }

  #tell(event: NewEvent): void {
    const logged = this.#log.append(event);
    for (const reader of this.#readers) reader.tell(logged);
  }

  #tellState(state: CacheState): void {
    const bytes = stateBytes(state);
    for (const reader of this.#readers) reader.send(bytes, this.#log.sequence);
  }

  /** Teams or Users have changed: whoever's rights have, learns it at once and sees no more than that. */
  #recheck(readers: Iterable<Reader>): void {
    for (const reader of [...readers]) {
      try {
        const caller = this.access.callerFor(reader.caller.identity);
        // The policy may say something else to who has got other rights.
        if (this.#update(reader, caller, reader.views)) this.review(reader);
      } catch (error) {
        if (!(error instanceof NotAllowedError)) throw error;
        // Butler has shut the person out; the next request says why.
        this.drop(reader);
      }
    }
  }

  /** Asks the catalog and the policy again who the reader is and what it may see. */
  async review(reader: Reader): Promise<void> {
    const { credentials } = reader;
    try {
      const policy = await this.policy.viewFor('workspace.view', credentials);
      const views = await this.viewsFor(reader.kinds, policy, credentials);
      const caller = await this.access.callerOf(credentials);
      if (this.#readers.has(reader)) this.#update(reader, caller, views);
    } catch (error) {
      if (error instanceof NotAllowedError) this.drop(reader);
      // Who does not answer has said no to nobody; the next review asks again.
    }
  }

  /** @returns whether the reader has got other rights than it had, and is still there */
  #update(reader: Reader, caller: Caller, views: KindViews): boolean {
    if (!reader.update(caller, views)) return false;
    if (!reader.hasAccess) {
      this.drop(reader);
      return false;
    }
    reader.send(ACCESS_BYTES, this.#log.sequence);
    this.#snapshot(reader);
    return true;
  }
}
