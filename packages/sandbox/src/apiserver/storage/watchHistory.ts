import { KubeObject } from '../types';

/** One change of one object. */
export interface StoreEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  revision: number;
  /** The object after the change; of a deletion, the last state with the deletion's version. */
  object: KubeObject;
  /** The object before the change. */
  previous?: KubeObject;
}

/** The latest changes of one resource: what a watch can resume from. */
export class WatchHistory {
  private events: StoreEvent[] = [];
  private oldest: number;

  /**
   * @param since - the version from which on every change is known
   * @param capacity - how many changes are kept at least
   */
  constructor(since: number, private readonly capacity: number) {
    this.oldest = since;
  }

  /** The oldest version that a watch may resume from. */
  get floor(): number {
    return this.oldest;
  }

  add(event: StoreEvent): void {
    this.events.push(event);
    // Trimmed in halves, so that a long history is not copied on each change.
    if (this.events.length > 2 * this.capacity) {
      const cut = this.events.length - this.capacity;
      this.oldest = this.events[cut - 1].revision;
      this.events = this.events.slice(cut);
    }
  }

  /** Forgets every change up to the version. */
  compact(revision: number): void {
    this.events = this.events.filter(event => event.revision > revision);
    this.oldest = Math.max(this.oldest, revision);
  }

  /** The changes after a version, oldest first, or undefined when some are forgotten. */
  since(revision: number): StoreEvent[] | undefined {
    if (revision < this.oldest) {
      return undefined;
    }
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.events[middle].revision > revision) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return this.events.slice(low);
  }
}
