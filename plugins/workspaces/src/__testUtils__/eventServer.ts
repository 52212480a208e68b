import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { ButlerEvent } from '@butler-portal/plugin-butler-common';

/** Where the tests' backend is. */
export const BACKEND = 'http://backend.test/api/butler';

/** One stream that a client has opened. */
export class OpenedStream {
  private readonly encoder = new TextEncoder();
  private nextId = 1;

  constructor(
    readonly lastEventId: string | null,
    private readonly controller: ReadableStreamDefaultController<Uint8Array>,
  ) {}

  /** Sends bytes as they are. */
  write(text: string) {
    this.controller.enqueue(this.encoder.encode(text));
  }

  send(event: ButlerEvent, id = String(this.nextId)) {
    this.nextId += 1;
    this.write(
      `id: ${id}\nevent: ${event.event}\ndata: ${JSON.stringify(
        event.data,
      )}\n\n`,
    );
  }

  /** Ends the stream as a server does that shuts down. */
  end() {
    this.controller.close();
  }

  /** Breaks the connection. */
  cut() {
    this.controller.error(new Error('Connection reset'));
  }
}

/** A backend whose event streams the test holds in its hands. */
export class EventBackend {
  readonly server = setupServer();
  /** Every stream that was opened, the latest last. */
  readonly streams: OpenedStream[] = [];
  /** How often a stream was asked for, refusals included. */
  opened = 0;
  /** When set, the answer instead of a stream. */
  refusal?: () => Response;

  /** Forgets what was, and answers with streams. */
  reset() {
    this.streams.length = 0;
    this.opened = 0;
    this.refusal = undefined;
    this.server.resetHandlers(
      http.get(`${BACKEND}/events`, ({ request }) => {
        this.opened += 1;
        if (this.refusal) return this.refusal();
        const body = new ReadableStream<Uint8Array>({
          start: controller => {
            const lastEventId = request.headers.get('Last-Event-ID');
            this.streams.push(new OpenedStream(lastEventId, controller));
          },
        });
        return new HttpResponse(body, {
          headers: { 'Content-Type': 'text/event-stream' },
        });
      }),
    );
  }

  get latest(): OpenedStream {
    return this.streams[this.streams.length - 1];
  }
}
