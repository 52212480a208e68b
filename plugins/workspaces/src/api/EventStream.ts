import { createParser } from 'eventsource-parser';
import type { EventSourceMessage } from 'eventsource-parser';
import type { ButlerEvent } from '@butler-portal/plugin-butler-common';
import { backoff } from './backoff';
import { ButlerError } from './ButlerError';
import {
  errorFromFailure,
  errorFromFetch,
  errorFromResponse,
  notThePortals,
} from './errors';

/** Opens `GET /events` with the person's credentials. */
export type OpenStream = (init: RequestInit) => Promise<Response>;

/** What the stream tells its owner. */
export interface EventStreamListener {
  opened(): void;
  event(event: ButlerEvent): void;
  /** The stream has ended or could not be opened; it is tried again by itself. */
  lost(error: ButlerError | undefined, lastHeard: Date): void;
}

/** How patient the stream is. */
export interface StreamTimings {
  /** Without a byte for so long the stream is dead: the backend sends a comment every 15 s. */
  silenceMs: number;
  /** Between tries while the backend says that this person may not have the stream. */
  refusedMs: number;
  backoff(attempt: number): number;
}

/** What suits people and the backend. */
export const STREAM_TIMINGS: StreamTimings = {
  silenceMs: 40_000,
  refusedMs: 30_000,
  backoff,
};

// A stream that lived shorter than this does not reset the back-off.
const HEALTHY_MS = 5_000;

const EVENT_NAMES = ['snapshot', 'upsert', 'delete', 'access', 'state'];

function wasRefused(error: ButlerError | undefined): boolean {
  return error?.status === 401 || error?.status === 403;
}

/**
 * Reads server-sent events through fetch, since `EventSource` cannot send a token, and opens the
 * stream again whenever it ends.
 */
export class EventStream {
  private lastEventId?: string;
  private lastHeard = new Date();
  private closing = new AbortController();
  private wake: () => void = () => {};

  constructor(
    private readonly open: OpenStream,
    private readonly listener: EventStreamListener,
    private readonly timings: StreamTimings,
  ) {}

  /** Opens the stream and keeps it open until {@link EventStream.stop}. */
  start(): void {
    this.closing = new AbortController();
    this.keepOpen(this.closing.signal).catch(failure =>
      this.listener.lost(errorFromFailure(failure), this.lastHeard),
    );
  }

  stop(): void {
    this.closing.abort();
    this.wake();
  }

  /** Tries at once if the stream is waiting to be opened again. */
  retry(): void {
    this.wake();
  }

  /** Asks for everything again on the next opening. */
  forget(): void {
    this.lastEventId = undefined;
  }

  private async keepOpen(closing: AbortSignal): Promise<void> {
    let attempt = 0;
    while (!closing.aborted) {
      const startedAt = Date.now();
      const error = await this.readOnce(closing);
      if (closing.aborted) return;
      this.listener.lost(error, this.lastHeard);
      if (Date.now() - startedAt > HEALTHY_MS) attempt = 0;
      await this.pause(
        wasRefused(error)
          ? this.timings.refusedMs
          : this.timings.backoff(attempt),
      );
      attempt += 1;
    }
  }

  private async readOnce(
    closing: AbortSignal,
  ): Promise<ButlerError | undefined> {
    const silence = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => silence.abort(new DOMException('Silence', 'TimeoutError')),
        this.timings.silenceMs,
      );
    };
    heard();
    const signal = AbortSignal.any([closing, silence.signal]);
    try {
      const response = await this.open({
        headers: {
          Accept: 'text/event-stream',
          ...(this.lastEventId && { 'Last-Event-ID': this.lastEventId }),
        },
        cache: 'no-store',
        signal,
      });
      if (!response.ok) {
        return errorFromResponse(response, await response.text());
      }
      const type = response.headers.get('Content-Type');
      if (!type?.startsWith('text/event-stream')) {
        return notThePortals(response);
      }
      await this.read(response, signal, heard);
      return undefined;
    } catch (failure) {
      return errorFromFetch(failure);
    } finally {
      clearTimeout(timer);
      // Lets go of the connection also when it was an event that could not be read.
      silence.abort();
    }
  }

  private async read(
    response: Response,
    signal: AbortSignal,
    heard: () => void,
  ): Promise<void> {
    if (!response.body) throw new ButlerError('The event stream is empty.', 0);
    this.heardNow(heard);
    this.listener.opened();
    const parser = createParser({ onEvent: message => this.take(message) });
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    // Whether an abort reaches a body that is being read is up to who has wrapped fetch. A body that
    // is broken already cannot be cancelled, and need not be.
    const cancel = () => reader.cancel().catch(() => undefined);
    signal.addEventListener('abort', cancel, { once: true });
    for (;;) {
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) return;
      this.heardNow(heard);
      parser.feed(decoder.decode(value, { stream: true }));
    }
  }

  private heardNow(heard: () => void): void {
    this.lastHeard = new Date();
    heard();
  }

  private take(message: EventSourceMessage): void {
    if (message.event && EVENT_NAMES.includes(message.event)) {
      try {
        const data = JSON.parse(message.data);
        this.listener.event({ event: message.event, data } as ButlerEvent);
      } catch (failure) {
        // What is known may be wrong from here on: begin again with a snapshot.
        this.forget();
        throw errorFromFailure(failure);
      }
    }
    if (message.id !== undefined) this.lastEventId = message.id;
  }

  private pause(ms: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
