/** The time of the controllers: what it is, and a call when some of it has passed. */
export interface Clock {
  now(): Date;
  /** Calls back after some milliseconds, unless the returned function is called first. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** Node counts timers in 32 bits; whoever waits longer looks again after a day. */
const LONGEST_TIMER = 24 * 60 * 60 * 1000;

/** The machine's clock. */
export const SYSTEM_CLOCK: Clock = {
  now: () => new Date(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, Math.min(milliseconds, LONGEST_TIMER));
    // Waiting controllers alone are no reason for a process to go on.
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** A clock that stands still until it is advanced: hours of idle time pass at once. */
export class ManualClock implements Clock {
  private timers: { due: number; callback: () => void }[] = [];

  constructor(private time: number = Date.now()) {}

  now(): Date {
    return new Date(this.time);
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { due: this.time + milliseconds, callback };
    if (milliseconds <= 0) {
      const immediate = setImmediate(callback);
      return () => clearImmediate(immediate);
    }
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter(other => other !== timer);
    };
  }

  /** Lets time pass and calls back whoever waited for it. */
  advance(milliseconds: number): void {
    this.time += milliseconds;
    const due = this.timers.filter(timer => timer.due <= this.time);
    this.timers = this.timers.filter(timer => timer.due > this.time);
    due.sort((a, b) => a.due - b.due).forEach(timer => timer.callback());
  }
}
