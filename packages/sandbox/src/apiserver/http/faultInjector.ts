/** A failure that the next matching requests get. */
export interface Fault {
  status: number;
  /** Seconds, for the `Retry-After` header. */
  retryAfter?: number;
  method?: string;
  /** The plural name of a resource. */
  resource?: string;
}

/** Failures that a test asked for. */
export class FaultInjector {
  private pending: { left: number; fault: Fault }[] = [];

  failNext(count: number, fault: Fault): void {
    this.pending.push({ left: count, fault });
  }

  /** The failure of a request, if it is to have one. */
  take(method: string, resource: string | undefined): Fault | undefined {
    const entry = this.pending.find(
      ({ fault }) =>
        (!fault.method || fault.method.toUpperCase() === method) &&
        (!fault.resource || fault.resource === resource),
    );
    if (!entry) return undefined;
    entry.left -= 1;
    this.pending = this.pending.filter(({ left }) => left > 0);
    return entry.fault;
  }
}
