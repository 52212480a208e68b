import { STATUS_CODES } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { NotAllowedError } from '@backstage/errors';
import { TERMINAL_PROTOCOL } from '@butler-portal/plugin-butler-common';
import { originAllowed } from '../access/origin';

/** No terminal is opened; the status is for sockets that are none yet. */
export class TerminalRefused extends NotAllowedError {
  constructor(message: string, readonly status: number = 403) {
    super(message);
  }
}

/** Answers a request for an upgrade with an error and ends its connection. */
export function refuse(socket: Duplex, status: number): void {
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}

// As TicketStore makes them: 32 bytes in base64url.
const TICKET = /^[A-Za-z0-9_-]{43}$/;

/** The ticket, when the protocols are ours and a ticket and nothing else. */
function ticketIn({ headers }: IncomingMessage): string | undefined {
  const offered = (headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map(text => text.trim());
  const [first, ticket] = offered;
  return offered.length === 2 &&
    first === TERMINAL_PROTOCOL &&
    TICKET.test(ticket)
    ? ticket
    : undefined;
}

/**
 * The ticket that the request brings, by its looks alone: whether it is known is for the TicketStore to say.
 *
 * @param origins - of the app
 * @throws TerminalRefused when it cannot be the app's request
 */
export function ticketOf(
  request: IncomingMessage,
  origins: readonly string[],
): string {
  // A browser sends the cookies of another site's page, but not with our Origin.
  if (!originAllowed(request.headers.origin, origins)) {
    throw new TerminalRefused('The Origin is not the app’s.');
  }
  // A token in an URL ends up in logs, so not even an unknown parameter is taken.
  if (request.url?.includes('?')) {
    throw new TerminalRefused('The URL has a query, and takes none.', 400);
  }
  const ticket = ticketIn(request);
  if (!ticket) throw new TerminalRefused('There is no ticket.', 401);
  return ticket;
}
