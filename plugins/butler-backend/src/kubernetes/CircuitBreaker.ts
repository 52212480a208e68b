/** Failures to connect in a row after which an API server counts as gone. */
const FAILURES = 3;
/** So often one request may find out whether it is back. */
const PROBE_MS = 1_000;

/**
 * Knows whether an API server can be reached at all, from what requests and watches have met, so
 * that a request to one that is gone fails at once instead of waiting for its time limit.
 */
export class CircuitBreaker {
  #failures = 0;
  #nextProbe = 0;

  constructor(private readonly now: () => number = Date.now) {}

  /** Whether the API server counts as gone. */
  get open(): boolean {
    return this.#failures >= FAILURES;
  }

  /** Whether a request may go out; while open, one a second may, to find out. */
  mayCall(): boolean {
    if (!this.open) return true;
    if (this.now() < this.#nextProbe) return false;
    this.#nextProbe = this.now() + PROBE_MS;
    return true;
  }

  /** Any answer, an error too, says that somebody is there. */
  answered(): void {
    this.#failures = 0;
  }

  /** Nobody was there. */
  failed(): void {
    this.#failures += 1;
    this.#nextProbe = this.now() + PROBE_MS;
  }
}
