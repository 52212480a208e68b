import { createParser } from 'eventsource-parser';
import type { ButlerEvent } from '@butler-portal/plugin-butler-common';
import { eventually } from './eventually';

/** An event with its id. */
export type ReceivedEvent = ButlerEvent & { id?: string };

/** A reader of `GET /events`, for tests. */
export class EventStream {
  readonly events: ReceivedEvent[] = [];
  readonly comments: string[] = [];
  ended = false;
  readonly #abort = new AbortController();

  static async open(
    url: string,
    headers: Record<string, string>,
  ): Promise<EventStream> {
    const stream = new EventStream();
    const response = await fetch(url, {
      headers,
      signal: stream.#abort.signal,
    });
    if (response.status !== 200 || !response.body) {
      throw new Error(`${response.status} ${await response.text()}`);
    }
    stream.#read(response.body).catch(() => {
      // The test has closed the stream, or the server has cut it: the end is what is looked at.
    });
    return stream;
  }

  get lastId(): string {
    return this.events.at(-1)?.id ?? '';
  }

  /** Waits for an event of that name that fits. */
  async waitFor<Name extends ButlerEvent['event']>(
    name: Name,
    fits: (
      data: Extract<ButlerEvent, { event: Name }>['data'],
    ) => boolean = () => true,
  ): Promise<ReceivedEvent> {
    return eventually(() => {
      const found = this.events.find(
        event => event.event === name && fits(event.data as never),
      );
      if (!found) {
        // Their names alone: this is built at each try, and a snapshot may have a thousand workspaces.
        const seen = this.events.map(({ event }) => event);
        throw new Error(`no such ${name} among ${seen}`);
      }
      return found;
    });
  }

  close(): void {
    this.#abort.abort();
  }

  async #read(body: NonNullable<Response['body']>): Promise<void> {
    const parser = createParser({
      onEvent: ({ event, data, id }) => {
        this.events.push({
          event,
          data: JSON.parse(data),
          id,
        } as ReceivedEvent);
      },
      onComment: comment => this.comments.push(comment),
    });
    try {
      const decoder = new TextDecoder();
      for await (const chunk of body) {
        parser.feed(decoder.decode(chunk as Uint8Array, { stream: true }));
      }
    } finally {
      this.ended = true;
    }
  }
}
