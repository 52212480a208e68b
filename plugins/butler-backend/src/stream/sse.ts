import type { ButlerEventName } from '@butler-portal/plugin-butler-common';

const LINE_END = Buffer.from('\n');

/**
 * Name and data of a server-sent event. The `id` of the reader and the blank line that ends the
 * event follow, so that these bytes are the same for all readers.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function eventBytes(
  name: ButlerEventName,
  json: string | Buffer,
): Buffer {
  return Buffer.concat([
    Buffer.from(`event: ${name}\ndata: `),
    Buffer.from(json),
    LINE_END,
  ]);
}

/** What ends an event. */
export function idLine(id: string): string {
  return `id: ${id}\n\n`;
}

/** A line that every reader ignores. */
export const COMMENT = ': still here\n\n';
