import { makeRandom } from '../../random';
import { Verb } from './verb';

/** What goes wrong with a request, and with which ones. Parts that are left out do not go wrong, or do not matter. */
export interface Fault {
  method?: string;
  verb?: Verb;
  /** The plural name of a resource. */
  resource?: string;
  /** Milliseconds until the request is looked at. */
  delay?: number;
  /** The failure that is answered; nothing else happens to the request then. */
  status?: number;
  /** What the failure says, such as an admission webhook's refusal. */
  message?: string;
  /** Seconds, for the `Retry-After` header of the failure. */
  retryAfter?: number;
  /** The connection is reset instead of an answer: before the request has had its effect, or after. */
  cut?: 'before' | 'after';
  /** Half of the body comes, under the `Content-Length` of the whole, and the connection ends. */
  truncate?: boolean;
}

/** What a fault is chosen by. */
export interface FaultTarget {
  method: string;
  /** Of a request about a resource. */
  verb: string | undefined;
  resource: string | undefined;
}

interface Entry {
  fault: Fault;
  /** Whether this request is hit, when it is one of those. */
  hits(): boolean;
  spent(): boolean;
}

function isAbout(fault: Fault, target: FaultTarget): boolean {
  return (
    (!fault.method || fault.method.toUpperCase() === target.method) &&
    (!fault.verb || fault.verb === target.verb) &&
    (!fault.resource || fault.resource === target.resource)
  );
}

/** Failures that a test asked for. */
export class FaultInjector {
  private entries: Entry[] = [];

  /** The next requests of a kind get this fault. */
  failNext(count: number, fault: Fault): void {
    let left = count;
    this.entries.push({
      fault,
      hits: () => {
        left -= 1;
        return true;
      },
      spent: () => left <= 0,
    });
  }

  /** A share of the requests of a kind (0.1 is one in ten) gets this fault; which ones depends on the seed alone. */
  failAtRandom(share: number, fault: Fault, seed: number): void {
    const random = makeRandom(seed);
    this.entries.push({
      fault,
      hits: () => random() < share,
      spent: () => false,
    });
  }

  /** Takes all faults back. */
  clear(): void {
    this.entries = [];
  }

  /** The fault of a request, if it is to have one. */
  take(target: FaultTarget): Fault | undefined {
    const entry = this.entries.find(
      ({ fault, hits }) => isAbout(fault, target) && hits(),
    );
    this.entries = this.entries.filter(({ spent }) => !spent());
    return entry?.fault;
  }
}
