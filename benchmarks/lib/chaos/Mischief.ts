import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, Sandbox } from '@butler-portal/sandbox';

const KINDS = [
  '409',
  '429',
  '500',
  'cut before the write',
  'cut after the write',
  'watches cut',
  'watches stalled',
  'history expired',
  'API server restarted',
] as const;

/** What goes wrong. */
export type FaultKind = (typeof KINDS)[number];

/** How often in a hundred; in the order of the kinds. */
const WEIGHTS = [16, 16, 18, 20, 20, 4, 2, 2, 2];
/** After a fault nothing else has to be waited for than what it was. */
const GONE_MS = 200;
const STALLED_MS = 800;

const REQUEST_FAULTS: Partial<Record<FaultKind, Fault>> = {
  '409': { method: 'PATCH', status: 409 },
  '429': { status: 429, retryAfter: 1 },
  '500': { status: 500 },
  'cut before the write': { cut: 'before' },
  'cut after the write': { cut: 'after' },
};

/** Faults of a management cluster, one after the other, counted. */
export class Mischief {
  readonly counts = new Map<FaultKind, number>(KINDS.map(kind => [kind, 0]));
  /** Those that last: one at a time. */
  #lasting: Promise<void> = Promise.resolve();

  constructor(
    private readonly sandbox: Sandbox,
    private readonly random: () => number,
  ) {}

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Something goes wrong with the next request, or with all watches. */
  strike(): void {
    let left = this.random() * 100;
    const index = WEIGHTS.findIndex(weight => {
      left -= weight;
      return left < 0;
    });
    this.inflict(KINDS[Math.max(0, index)]);
  }

  inflict(kind: FaultKind): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    const fault = REQUEST_FAULTS[kind];
    const { faults } = this.sandbox;
    if (fault) {
      faults.failNext(1, { resource: 'workspaces', ...fault });
    } else if (kind === 'watches cut') {
      faults.cutWatches();
    } else if (kind === 'history expired') {
      faults.expireHistory();
      faults.cutWatches();
    } else {
      this.#lasting = this.#lasting.then(() => this.#last(kind));
    }
  }

  /** Resolves when nothing is wrong any more. */
  async end(): Promise<void> {
    await this.#lasting;
    this.sandbox.faults.stopFailing();
  }

  async #last(kind: FaultKind): Promise<void> {
    const { faults } = this.sandbox;
    if (kind === 'watches stalled') {
      faults.stallWatches(true);
      await sleep(STALLED_MS);
      faults.stallWatches(false);
    } else {
      await faults.goAway();
      await sleep(GONE_MS);
      await faults.comeBack();
    }
  }
}
