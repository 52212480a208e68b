import { Clock } from './clock';

/** Makes steps take their time: remembers when the work on a step began, whatever else happens meanwhile. */
export class Pace {
  private readonly running = new Map<string, { step: string; due: number }>();

  constructor(private readonly clock: Clock) {}

  /** How long the step still takes; 0 when it is done. */
  remaining(key: string, step: string, milliseconds: number): number {
    if (milliseconds <= 0) return 0;
    const now = this.clock.now().getTime();
    const current = this.running.get(key);
    if (current?.step !== step) {
      this.running.set(key, { step, due: now + milliseconds });
      return milliseconds;
    }
    if (current.due > now) return current.due - now;
    this.running.delete(key);
    return 0;
  }

  forget(key: string): void {
    this.running.delete(key);
  }
}
