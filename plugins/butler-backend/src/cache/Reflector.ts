import { setTimeout as sleep } from 'node:timers/promises';
import type { KubeObject } from '@butler-portal/plugin-butler-common';
import { KubernetesApiError } from '../kubernetes/errors';
import { INITIAL_STATE, nextState } from './followState';
import type { FollowState, Outcome } from './followState';
import type { Change, StoreScope } from './ObjectStore';
import type { ObjectSource, SourceEvent } from './ResourceSource';

/** What a reflector tells. */
export interface ReflectorListener<T> {
  onChanges(changes: Change<T>[]): void;
  /** Whether the store follows the API server, and since when it is so. */
  onFollowing(following: boolean, since: Date): void;
  onFailure(error: unknown, state: FollowState): void;
}

/** Times of a reflector. */
export interface ReflectorTimes {
  /** Bookmarks come every minute; a watch that says nothing for longer than this is dead. */
  stallMs: number;
  /** Waits; a test may wait for less. */
  delay(ms: number, signal: AbortSignal): Promise<void>;
}

const STALL_MS = 90_000;

/** The times of production. */
export const DEFAULT_TIMES: ReflectorTimes = {
  stallMs: STALL_MS,
  delay: (ms, signal) => sleep(ms, undefined, { signal }),
};

class Stalled extends Error {}

// An API server whose storage was set back does not know the version that the watch would go on
// from. client-go lists again then too (isTooLargeResourceVersionError).
function isExpired(error: KubernetesApiError): boolean {
  return (
    error.status === 410 ||
    (error.status === 504 && /too large resource version/i.test(error.message))
  );
}

function toOutcome(error: unknown, livedMs?: number): Outcome {
  if (error instanceof Stalled) return { type: 'stalled' };
  if (error instanceof KubernetesApiError) {
    if (isExpired(error)) return { type: 'expired', livedMs };
    const { retryAfterSeconds } = error;
    return { type: 'failed', kind: 'refused', livedMs, retryAfterSeconds };
  }
  return { type: 'failed', kind: 'unreachable', livedMs };
}

/** Keeps a scope of an ObjectStore equal to the API server, whatever happens in between. */
export class Reflector<T extends KubeObject> {
  readonly #stop = new AbortController();
  #state = INITIAL_STATE;
  #heard = new Date();
  #running?: Promise<void>;

  constructor(
    private readonly source: ObjectSource<T>,
    private readonly store: StoreScope<T>,
    private readonly listener: ReflectorListener<T>,
    private readonly times: ReflectorTimes = DEFAULT_TIMES,
  ) {}

  start(): void {
    this.#running ??= this.#run();
  }

  /** Ends the list or watch under way; resolves when nothing is left. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** When the API server was last heard of: a list, an event or a bookmark. Undefined before the first list. */
  get heard(): Date | undefined {
    return this.#heard;
  }

  get #stopped(): boolean {
    return this.#stop.signal.aborted;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      if (this.#state.step === 'list') await this.#list();
      else await this.#watch();
      await this.#pause();
    }
  }

  async #pause(): Promise<void> {
    if (!this.#state.delayMs || this.#stopped) return;
    try {
      await this.times.delay(this.#state.delayMs, this.#stop.signal);
    } catch {
      // Only stop() ends the wait early, and the loop sees that itself.
    }
  }

  #enter(outcome: Outcome, since = new Date()): void {
    const before = this.#state;
    this.#state = nextState(before, outcome, Math.random());
    const { following } = this.#state;
    if (before.following !== following) {
      this.listener.onFollowing(following, since);
    }
  }

  #fail(error: unknown, livedMs?: number): void {
    if (this.#stopped) return;
    const outcome = toOutcome(error, livedMs);
    const since = outcome.type === 'stalled' ? this.#heard : undefined;
    this.#enter(outcome, since);
    this.listener.onFailure(error, this.#state);
  }

  async #list(): Promise<void> {
    const { signal } = this.#stop;
    try {
      const items: T[] = [];
      let page = await this.source.list(signal);
      items.push(...page.items);
      while (page.next) {
        page = await this.source.list(signal, page.next);
        items.push(...page.items);
      }
      if (this.#stopped) return;
      this.#heard = new Date();
      this.listener.onChanges(this.store.replace(items, page.resourceVersion));
      this.#enter({ type: 'listed' });
    } catch (error) {
      this.#fail(error);
    }
  }

  async #watch(): Promise<void> {
    const silence = new AbortController();
    const deadline = setTimeout(() => silence.abort(), this.times.stallMs);
    const signal = AbortSignal.any([this.#stop.signal, silence.signal]);
    const opened = Date.now();
    let open = false;
    const lived = () => (open ? Date.now() - opened : 0);
    try {
      const from = this.store.resourceVersion ?? '';
      const events = await this.source.watch(from, signal);
      open = true;
      this.#heard = new Date();
      this.#enter({ type: 'opened' });
      for await (const event of events) {
        if (this.#stopped) return;
        deadline.refresh();
        this.#heard = new Date();
        this.#take(event);
      }
      this.#enter({ type: 'ended', livedMs: lived() });
    } catch (error) {
      this.#fail(silence.signal.aborted ? new Stalled() : error, lived());
    } finally {
      clearTimeout(deadline);
    }
  }

  #take(event: SourceEvent<T>): void {
    if (event.type === 'BOOKMARK') {
      this.store.advance(event.resourceVersion);
      return;
    }
    const changes = this.store.apply(event);
    if (changes.length) this.listener.onChanges(changes);
  }
}
