import type { Me } from '@butler-portal/plugin-butler-common';
import type { ButlerApi, ButlerError } from '../api';
import { backoff } from '../api/backoff';
import { errorFromFailure } from '../api/errors';
import { STREAM_TIMINGS } from '../api/EventStream';
import { ExternalStore } from './ExternalStore';

/** What is known of the person who is signed in: nothing until the first answer. */
export interface MeState {
  me?: Me;
  error?: ButlerError;
}

/**
 * Reads `/me` once, and again when the stream says that the person's rights have changed. What was
 * known stays meanwhile. A read that fails is tried again by itself, as the stream is.
 */
export class MeStore {
  private readonly store = new ExternalStore<MeState>({}, () => this.follow());
  private reads = 0;
  private failures = 0;
  /** The version of the rights that the last read was for, unless it failed. */
  private version?: number;
  private isFollowed = false;
  private nextTry?: ReturnType<typeof setTimeout>;

  constructor(private readonly api: ButlerApi) {}

  get = this.store.get;
  subscribe = this.store.subscribe;

  retry = (): void => {
    this.store.set({ me: this.store.get().me });
    this.read();
  };

  private follow(): () => void {
    this.isFollowed = true;
    this.readIfChanged();
    const leave = this.api.workspaces.subscribe(() => this.readIfChanged());
    return () => {
      this.isFollowed = false;
      this.cancelNextTry();
      leave();
    };
  }

  private readIfChanged(): void {
    const { accessVersion } = this.api.workspaces.getState();
    // The store tells of every workspace that changes: a failed read waits for its time all the same.
    if (accessVersion === this.version || this.nextTry) return;
    this.read();
  }

  private async read(): Promise<void> {
    this.cancelNextTry();
    this.version = this.api.workspaces.getState().accessVersion;
    this.reads += 1;
    const thisRead = this.reads;
    // An answer that has been overtaken tells of the rights before the change.
    const isLatest = () => thisRead === this.reads;
    try {
      const me = await this.api.getMe();
      if (!isLatest()) return;
      this.failures = 0;
      this.store.set({ me });
    } catch (failure) {
      if (!isLatest()) return;
      const error = errorFromFailure(failure);
      this.tryLater(error);
      this.store.set({ me: this.store.get().me, error });
    }
  }

  // Later than the stream, which may come back with new rights.
  private tryLater({ status }: ButlerError): void {
    this.version = undefined;
    this.failures += 1;
    if (!this.isFollowed) return;
    this.nextTry = setTimeout(
      () => this.read(),
      status === 401 ? STREAM_TIMINGS.refusedMs : backoff(this.failures + 1),
    );
  }

  private cancelNextTry(): void {
    clearTimeout(this.nextTry);
    this.nextTry = undefined;
  }
}
