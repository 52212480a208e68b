import { TooBusyError } from './errors';

/** How many requests may be under way and wait for one API server. */
export interface QueueLimits {
  concurrency: number;
  waiting: number;
  /** How long a request waits for its turn. */
  waitMs: number;
}

/** A request that waits for its turn. */
class Waiting {
  begin = () => {};
  fail: (error: unknown) => void = () => {};
  readonly turn = new Promise<void>((resolve, reject) => {
    this.begin = resolve;
    this.fail = reject;
  });
}

/**
 * Gives requests to one API server their turn. What finds no place is refused at once: a caller who
 * is told so can try again later, one who hangs does not know.
 */
export class RequestQueue {
  #running = 0;
  readonly #waiting = new Set<Waiting>();

  constructor(private readonly limits: QueueLimits) {}

  /** How many requests wait for their turn. */
  get length(): number {
    return this.#waiting.size;
  }

  /**
   * Runs a task when it is its turn.
   *
   * @throws TooBusyError when there is no place, or its turn does not come in time
   */
  async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#turn(signal);
    try {
      return await task();
    } finally {
      this.#passOn();
    }
  }

  /** Has everything that waits fail: there is no use in waiting. */
  failWaiting(error: Error): void {
    for (const waiting of [...this.#waiting]) this.#drop(waiting, error);
  }

  async #turn(signal?: AbortSignal): Promise<void> {
    const { concurrency, waiting, waitMs } = this.limits;
    if (this.#running < concurrency) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.size >= waiting) throw new TooBusyError();
    const entry = new Waiting();
    const timer = setTimeout(
      () => this.#drop(entry, new TooBusyError()),
      waitMs,
    );
    const onAbort = () => this.#drop(entry, signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    this.#waiting.add(entry);
    try {
      await entry.turn;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    }
  }

  /** Gives the place to the next, which has it from this moment. */
  #passOn(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#running -= 1;
      return;
    }
    this.#waiting.delete(next);
    next.begin();
  }

  /** Out of the line at once, so that it is not given a place that it would not take. */
  #drop(waiting: Waiting, error: unknown): void {
    if (this.#waiting.delete(waiting)) waiting.fail(error);
  }
}
