import { ButlerError } from './ButlerError';
import { EventStream, STREAM_TIMINGS } from './EventStream';
import type { OpenStream, StreamTimings } from './EventStream';
import {
  applyEvents,
  NOTHING_KNOWN,
  sortedWorkspaces,
} from './knownWorkspaces';
import type { StreamEvent } from './knownWorkspaces';
import type { WorkspacesState, WorkspaceStore } from './WorkspaceStore';

/** How patient the store is, in milliseconds. */
export interface StoreTimings extends StreamTimings {
  /** The stream stays open for so long after the last subscriber has left for another page. */
  lingerMs: number;
  /** A blink shorter than this is not shown as stale. */
  graceMs: number;
  /** Events that come within this time are shown together. */
  batchMs: number;
}

const TIMINGS: StoreTimings = {
  ...STREAM_TIMINGS,
  lingerMs: 30_000,
  graceMs: 1_500,
  batchMs: 16,
};

/**
 * The workspaces after the event stream: one stream a browser tab, however many components look at
 * it. What was known stays when the stream is closed, so that a second visit shows it at once.
 */
export class LiveWorkspaceStore implements WorkspaceStore {
  private state: WorkspacesState = {
    status: 'loading',
    workspaces: [],
    accessVersion: 0,
  };
  private known = NOTHING_KNOWN;
  private lost?: { since: string; shown: boolean };
  private error?: ButlerError;
  private queue: StreamEvent[] = [];
  private running = false;
  private readonly listeners = new Set<() => void>();
  private readonly timings: StoreTimings;
  private readonly stream: EventStream;
  private batchTimer?: ReturnType<typeof setTimeout>;
  private graceTimer?: ReturnType<typeof setTimeout>;
  private lingerTimer?: ReturnType<typeof setTimeout>;

  constructor(open: OpenStream, timings: Partial<StoreTimings> = {}) {
    this.timings = { ...TIMINGS, ...timings };
    this.stream = new EventStream(
      open,
      {
        opened: () => this.onOpened(),
        event: event => this.enqueue(event),
        lost: (error, lastHeard) => this.onLost(error, lastHeard),
      },
      this.timings,
    );
  }

  getState = (): WorkspacesState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    clearTimeout(this.lingerTimer);
    if (!this.running) this.start();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      clearTimeout(this.lingerTimer);
      this.lingerTimer = setTimeout(() => this.stop(), this.timings.lingerMs);
    };
  };

  retry = (): void => {
    this.stream.retry();
  };

  private start(): void {
    this.running = true;
    this.waitForGrace();
    this.stream.start();
    window.addEventListener('online', this.retry);
  }

  private stop(): void {
    this.running = false;
    this.stream.stop();
    window.removeEventListener('online', this.retry);
    clearTimeout(this.graceTimer);
    this.lost ??= { since: new Date().toISOString(), shown: false };
  }

  private onOpened(): void {
    clearTimeout(this.graceTimer);
    this.lost = undefined;
    this.error = undefined;
    this.enqueue({ event: 'opened' });
  }

  private onLost(error: ButlerError | undefined, lastHeard: Date): void {
    this.error = error;
    if (error?.status === 403) {
      // What this person may not see any more must not stay on the screen.
      this.stream.forget();
      this.queue = [];
      this.known = {
        ...NOTHING_KNOWN,
        accessVersion: this.known.accessVersion,
      };
    }
    this.lost ??= { since: lastHeard.toISOString(), shown: false };
    this.waitForGrace();
    this.flush();
  }

  private waitForGrace(): void {
    clearTimeout(this.graceTimer);
    if (!this.lost || this.lost.shown) return;
    this.graceTimer = setTimeout(() => {
      if (!this.lost) return;
      this.lost = { ...this.lost, shown: true };
      this.flush();
    }, this.timings.graceMs);
  }

  private enqueue(event: StreamEvent): void {
    this.queue.push(event);
    this.batchTimer ??= setTimeout(() => this.flush(), this.timings.batchMs);
  }

  private flush(): void {
    clearTimeout(this.batchTimer);
    this.batchTimer = undefined;
    const before = this.known;
    this.known = applyEvents(before, this.queue);
    this.queue = [];
    this.state = {
      status: this.status(),
      workspaces:
        this.known.byKey === before.byKey && this.known.complete
          ? this.state.workspaces
          : sortedWorkspaces(this.known.byKey),
      stale: this.stale(),
      error: this.error,
      accessVersion: this.known.accessVersion,
    };
    this.listeners.forEach(listener => listener());
  }

  private status(): WorkspacesState['status'] {
    if (this.known.complete) return 'ready';
    return this.error ? 'error' : 'loading';
  }

  private stale(): WorkspacesState['stale'] {
    const cluster = this.known.clusterStaleSince;
    if (!this.known.complete) return undefined;
    if (this.lost?.shown) return { since: this.lost.since, lost: 'portal' };
    return cluster ? { since: cluster, lost: 'cluster' } : undefined;
  }
}
