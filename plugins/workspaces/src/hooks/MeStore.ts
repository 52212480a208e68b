import type { Me } from '@butler-portal/plugin-butler-common';
import type { ButlerApi, ButlerError } from '../api';
import { errorFromFailure } from '../api/errors';
import { ExternalStore } from './ExternalStore';

/** What is known of the person who is signed in. */
export interface MeState {
  me?: Me;
  error?: ButlerError;
  loading: boolean;
}

/**
 * Reads `/me` once, and again when the stream says that the person's rights have changed. What was
 * known stays meanwhile.
 */
export class MeStore {
  private readonly store = new ExternalStore<MeState>({ loading: true }, () =>
    this.follow(),
  );
  private reads = 0;
  /** The version of the rights that the last read was for. */
  private version?: number;

  constructor(private readonly api: ButlerApi) {}

  get = this.store.get;
  subscribe = this.store.subscribe;

  retry = (): void => {
    this.store.set({ ...this.store.get(), loading: true, error: undefined });
    this.read();
  };

  private follow(): () => void {
    this.readIfChanged();
    return this.api.workspaces.subscribe(() => this.readIfChanged());
  }

  private readIfChanged(): void {
    const { accessVersion } = this.api.workspaces.getState();
    if (accessVersion === this.version) return;
    this.version = accessVersion;
    this.read();
  }

  private async read(): Promise<void> {
    this.reads += 1;
    const thisRead = this.reads;
    const answer = await this.api.getMe().then(
      (me): MeState => ({ me, loading: false }),
      (failure): MeState => ({
        me: this.store.get().me,
        error: errorFromFailure(failure),
        loading: false,
      }),
    );
    // An answer that has been overtaken tells of the rights before the change.
    if (thisRead === this.reads) this.store.set(answer);
  }
}
