/** The time of the controllers: what it is, and a call when some of it has passed. */
export interface Clock {
  now(): Date;
  /** Calls back after some milliseconds, unless the returned function is called first. */
  after(milliseconds: number, callback: () => void): () => void;
}

interface Timer {
  due: number;
  callback: () => void;
  armed?: NodeJS.Timeout;
}

/** Node counts timers in 32 bits; a longer wait is made of several. */
const LONGEST_TIMER = 24 * 60 * 60 * 1000;
/** After so many rounds of work that leads to more work at once, time goes on nevertheless. */
const MOST_ROUNDS = 1_000;

/** The machine's clock, which can be put forward: then whoever waited for that time is called, in order. */
export class SystemClock implements Clock {
  private readonly timers = new Set<Timer>();
  private readonly immediates = new Set<NodeJS.Immediate>();

  /** @param ahead - how many milliseconds it is ahead of the machine's */
  constructor(private lead = 0) {}

  /** How many milliseconds it is ahead of the machine's clock. */
  get ahead(): number {
    return this.lead;
  }

  now(): Date {
    return new Date(this.time);
  }

  after(milliseconds: number, callback: () => void): () => void {
    if (milliseconds <= 0) return this.soon(callback);
    const timer: Timer = { due: this.time + milliseconds, callback };
    this.timers.add(timer);
    this.arm(timer);
    return () => this.disarm(timer);
  }

  /**
   * Lets time pass at once. Each timer is called at its own time, and what it sets off is done before time goes on, so
   * that a day has the same course as a real one. Work that takes real time (a start of an API, a clone) is not waited for.
   */
  async advance(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    await this.settled();
    for (let next = this.next(end); next; next = this.next(end)) {
      this.moveTo(next.due);
      this.fire(next);
      await this.settled();
    }
    this.moveTo(end);
    this.timers.forEach(timer => this.arm(timer));
  }

  protected get machineTime(): number {
    return Date.now();
  }

  protected arm(timer: Timer): void {
    clearTimeout(timer.armed);
    const left = Math.max(timer.due - this.time, 0);
    timer.armed = setTimeout(() => {
      if (timer.due <= this.time) this.fire(timer);
      else this.arm(timer);
    }, Math.min(left, LONGEST_TIMER));
    // Waiting controllers alone are no reason for a process to go on.
    timer.armed.unref();
  }

  private get time(): number {
    return this.machineTime + this.lead;
  }

  private moveTo(time: number): void {
    this.lead += Math.max(time - this.time, 0);
  }

  private next(end: number): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.timers) {
      if (timer.due <= end && (!first || timer.due < first.due)) first = timer;
    }
    return first;
  }

  private soon(callback: () => void): () => void {
    const immediate = setImmediate(() => {
      this.immediates.delete(immediate);
      callback();
    });
    this.immediates.add(immediate);
    return () => {
      this.immediates.delete(immediate);
      clearImmediate(immediate);
    };
  }

  private async settled(): Promise<void> {
    for (
      let round = 0;
      this.immediates.size > 0 && round < MOST_ROUNDS;
      round++
    ) {
      await new Promise(resolve => {
        setImmediate(resolve);
      });
    }
  }

  private fire(timer: Timer): void {
    this.disarm(timer);
    timer.callback();
  }

  private disarm(timer: Timer): void {
    clearTimeout(timer.armed);
    this.timers.delete(timer);
  }
}

/** A clock that stands still until it is advanced. */
export class ManualClock extends SystemClock {
  constructor(private readonly start: number = Date.now()) {
    super();
  }

  protected get machineTime(): number {
    return this.start;
  }

  protected arm(): void {}
}
