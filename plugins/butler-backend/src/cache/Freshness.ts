import type { CacheState } from '@butler-portal/plugin-butler-common';

/** Folds what the kinds say of themselves into one state: stale when any of them does not follow. */
export class Freshness {
  readonly #lost = new Map<string, Date | undefined>();
  readonly #listeners = new Set<(state: CacheState) => void>();
  #state: CacheState = { state: 'live' };

  get state(): CacheState {
    return this.#state;
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: (state: CacheState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  set(kind: string, following: boolean, since: Date): void {
    this.#lost.set(kind, following ? undefined : since);
    const before = this.#state;
    this.#state = this.#fold();
    if (
      before.state !== this.#state.state ||
      before.since !== this.#state.since
    ) {
      for (const listener of this.#listeners) listener(this.#state);
    }
  }

  #fold(): CacheState {
    const times = [...this.#lost.values()].flatMap(date => date ?? []);
    if (times.length === 0) return { state: 'live' };
    const first = Math.min(...times.map(Number));
    return { state: 'stale', since: new Date(first).toISOString() };
  }
}
