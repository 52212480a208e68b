import { Clock, SystemClock } from '../runtime/clock';

/** What can be paused: Butler's controllers, and what runs the pods and services of the tenant clusters. */
export const CONTROLLER_NAMES = [
  'team',
  'tenantcluster',
  'workspace',
  'node',
] as const;

/** The name of a controller. */
export type ControllerName = (typeof CONTROLLER_NAMES)[number];

/** Power over the controllers of a sandbox. */
export interface Controllers {
  /** Lets controllers (all, when none is named) do nothing until they are resumed; they miss no change meanwhile. */
  pause(...names: ControllerName[]): void;
  resume(...names: ControllerName[]): void;
  /**
   * Puts their clock forward, as if that many milliseconds had passed: idle timeouts, auto-stop, lifelike delays. Resolves
   * when all that was due is done.
   */
  advance(milliseconds: number): Promise<void>;
}

/** A clock that keeps its calls back while it is paused. Controllers act on such calls only, so that they pause with it. */
export class PausableClock implements Clock {
  private held: Set<() => void> | undefined;

  constructor(private readonly clock: Clock) {}

  now(): Date {
    return this.clock.now();
  }

  after(milliseconds: number, callback: () => void): () => void {
    const cancel = this.clock.after(milliseconds, () => {
      if (this.held) this.held.add(callback);
      else callback();
    });
    return () => {
      cancel();
      this.held?.delete(callback);
    };
  }

  pause(): void {
    this.held ??= new Set();
  }

  resume(): void {
    const { held } = this;
    this.held = undefined;
    held?.forEach(callback => callback());
  }
}

/** The clocks of the controllers: one each, over one time. */
export class ControllerControl implements Controllers {
  private readonly clocks = new Map<ControllerName, PausableClock>();

  constructor(private readonly clock: SystemClock) {
    CONTROLLER_NAMES.forEach(name =>
      this.clocks.set(name, new PausableClock(clock)),
    );
  }

  /** The clock that a controller has to use for everything, so that it can be paused. */
  clockOf(name: ControllerName): Clock {
    return this.named([name])[0];
  }

  pause(...names: ControllerName[]): void {
    this.named(names).forEach(clock => clock.pause());
  }

  resume(...names: ControllerName[]): void {
    this.named(names).forEach(clock => clock.resume());
  }

  advance(milliseconds: number): Promise<void> {
    return this.clock.advance(milliseconds);
  }

  private named(names: ControllerName[]): PausableClock[] {
    return [...this.clocks]
      .filter(([name]) => names.length === 0 || names.includes(name))
      .map(([, clock]) => clock);
  }
}
