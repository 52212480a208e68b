import { ApiError } from '../apiserver/status/apiError';
import { Clock } from './clock';

/** Brings one object a step nearer to what it should be; returns after how many milliseconds to look again. */
export type Reconcile = (key: string) => number | undefined;

const RETRY_AFTER_FAILURE = 1_000;

/**
 * Keys of objects to look at, each at most once at a time (like client-go's work queue). A change during a look leads
 * to another look, so that nothing is missed however many changes there were.
 */
export class WorkQueue {
  private readonly waiting = new Set<string>();
  private readonly timers = new Map<string, () => void>();
  private scheduled = false;
  private stopped = false;

  constructor(
    private readonly clock: Clock,
    private readonly reconcile: Reconcile,
    private readonly report: (key: string, error: unknown) => void,
  ) {}

  /** Looks at an object soon. */
  add(key: string): void {
    if (this.stopped) return;
    this.waiting.add(key);
    if (!this.scheduled) {
      this.scheduled = true;
      this.clock.after(0, () => this.drain());
    }
  }

  /** Looks at an object after a time; a later call replaces an earlier one. */
  addAfter(key: string, milliseconds: number): void {
    if (this.stopped) return;
    this.timers.get(key)?.();
    this.timers.set(
      key,
      this.clock.after(milliseconds, () => {
        this.timers.delete(key);
        this.add(key);
      }),
    );
  }

  stop(): void {
    this.stopped = true;
    this.waiting.clear();
    this.timers.forEach(cancel => cancel());
    this.timers.clear();
  }

  private drain(): void {
    this.scheduled = false;
    const keys = [...this.waiting];
    this.waiting.clear();
    for (const key of keys) {
      if (this.stopped) return;
      this.look(key);
    }
  }

  private look(key: string): void {
    this.timers.get(key)?.();
    this.timers.delete(key);
    try {
      const again = this.reconcile(key);
      if (again !== undefined) this.addAfter(key, again);
    } catch (error) {
      const conflict = error instanceof ApiError && error.code === 409;
      if (!conflict) this.report(key, error);
      this.addAfter(key, conflict ? 0 : RETRY_AFTER_FAILURE);
    }
  }
}
