import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** https://github.com/nodejs/undici/blob/main/docs/docs/api/DiagnosticsChannel.md */
const CHANNEL = 'undici:client:sendHeaders';

/** Keeps the headers, as they went over the wire, of every request that the backend makes. */
export function recordSentHeaders() {
  const sent: string[] = [];
  const keep = (message: unknown) => {
    const { request, headers } = message as {
      request: { method: string; path: string };
      headers: string;
    };
    if (request.path.startsWith('/apis/butler.butlerlabs.dev/'))
      sent.push(headers);
  };
  subscribe(CHANNEL, keep);
  return { sent, stop: () => unsubscribe(CHANNEL, keep) };
}
