import { randomBytes } from 'node:crypto';
import type { StreamFacts } from './streamFacts';

/** A change of an object: who may see it, and what they are told. */
export interface LoggedEvent {
  sequence: number;
  /** The object as it is now; undefined when it is gone. */
  after?: StreamFacts;
  /** As it was; undefined when it is new. */
  before?: StreamFacts;
  /** Event name and data for those who may see it now. */
  upsert?: Buffer;
  /** For those who could see it and no longer may. */
  gone: Buffer;
}

const CAPACITY = 2_000;
/** An object may be 1.5 MiB; many of those must not fill the memory. */
const MAX_BYTES = 16 * 1024 * 1024;

function sizeOf({ upsert, gone }: Omit<LoggedEvent, 'sequence'>): number {
  return gone.length + (upsert?.length ?? 0);
}

/** The last changes, numbered, so that a reader who was away gets what it has missed. */
export class EventLog {
  /** Tells this log from every other. */
  readonly id = randomBytes(8).toString('hex');
  readonly #events: LoggedEvent[] = [];
  #sequence = 0;
  #bytes = 0;

  constructor(
    private readonly capacity: number = CAPACITY,
    private readonly maxBytes: number = MAX_BYTES,
  ) {}

  /** The number of the newest event. */
  get sequence(): number {
    return this.#sequence;
  }

  append(event: Omit<LoggedEvent, 'sequence'>): LoggedEvent {
    this.#sequence += 1;
    const logged = { ...event, sequence: this.#sequence };
    this.#events.push(logged);
    this.#bytes += sizeOf(event);
    while (this.#events.length > this.capacity || this.#bytes > this.maxBytes) {
      this.#forgetOldest();
    }
    return logged;
  }

  #forgetOldest(): void {
    const [oldest] = this.#events.splice(0, 1);
    this.#bytes -= sizeOf(oldest);
  }

  /** What came after the event of that number, or undefined when the log does not reach back so far. */
  since(sequence: number): LoggedEvent[] | undefined {
    const oldest = this.#sequence - this.#events.length;
    if (sequence < oldest || sequence > this.#sequence) return undefined;
    return this.#events.slice(sequence - oldest);
  }
}
