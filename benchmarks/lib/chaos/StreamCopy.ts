import { setTimeout as sleep } from 'node:timers/promises';
import type {
  ButlerEvent,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import { createParser } from 'eventsource-parser';
import type { EventSourceMessage } from 'eventsource-parser';

const PAUSE_MS = 50;

/** A screen that follows the event stream: it goes on from the last event when the stream is cut. */
export class StreamCopy {
  readonly #objects = new Map<string, Workspace>();
  #lastId = '';
  #closed = false;
  #connection = new AbortController();
  readonly #running: Promise<void>;
  /** Times that the stream was opened. */
  opened = 0;

  constructor(
    private readonly url: string,
    private readonly authorization: string,
  ) {
    this.#running = this.#run();
  }

  get(uid: string | undefined): Workspace | undefined {
    return this.#objects.get(uid ?? '');
  }

  list(): Workspace[] {
    return [...this.#objects.values()];
  }

  /** As a network does. */
  cut(): void {
    this.#connection.abort();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.cut();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#closed) {
      this.#connection = new AbortController();
      // A stream that is cut or refused is opened again; that is what this is for.
      await this.#read(this.#connection.signal).catch(() => {});
      await sleep(PAUSE_MS);
    }
  }

  async #read(signal: AbortSignal): Promise<void> {
    const headers = {
      authorization: this.authorization,
      ...(this.#lastId && { 'last-event-id': this.#lastId }),
    };
    const response = await fetch(this.url, { headers, signal });
    if (!response.ok || !response.body) return;
    this.opened += 1;
    const parser = createParser({ onEvent: event => this.#take(event) });
    const decoder = new TextDecoder();
    for await (const chunk of response.body) {
      parser.feed(decoder.decode(chunk as Uint8Array, { stream: true }));
    }
  }

  #take({ event, data, id = '' }: EventSourceMessage): void {
    this.#lastId = id;
    const told = { event, data: JSON.parse(data) } as ButlerEvent;
    if (told.event === 'snapshot') {
      this.#objects.clear();
      for (const item of told.data.items) this.#put(item);
    } else if (told.event === 'upsert') {
      this.#put(told.data);
    } else if (told.event === 'delete') {
      this.#objects.delete(told.data.uid);
    }
  }

  #put(object: Workspace): void {
    this.#objects.set(object.metadata.uid ?? '', object);
  }
}
