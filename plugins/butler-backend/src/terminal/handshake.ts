import { STATUS_CODES } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { NotAllowedError } from '@backstage/errors';
import { TERMINAL_PROTOCOL } from '@butler-portal/plugin-butler-common';
import { originAllowed } from '../access/origin';
import type { TicketStore, TicketSubject } from './TicketStore';

/** By what somebody is let in. */
export interface Doorkeeper {
  tickets: Pick<TicketStore, 'redeem'>;
  /** Of the app. */
  origins: readonly string[];
}

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

/** The ticket, when the protocols are ours and a ticket and nothing else. */
function ticketOf({ headers }: IncomingMessage): string | undefined {
  const offered = (headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map(text => text.trim());
  const [first, ticket] = offered;
  return offered.length === 2 && first === TERMINAL_PROTOCOL
    ? ticket
    : undefined;
}

/**
 * Whom the request's ticket lets in where.
 *
 * @throws TerminalRefused when it lets nobody in
 */
export async function subjectOf(
  request: IncomingMessage,
  { origins, tickets }: Doorkeeper,
): Promise<TicketSubject> {
  // A browser sends the cookies of another site's page, but not with our Origin.
  if (!originAllowed(request.headers.origin, origins)) {
    throw new TerminalRefused('The Origin is not the app’s.');
  }
  // A token in an URL ends up in logs, so not even an unknown parameter is taken.
  if (request.url?.includes('?')) {
    throw new TerminalRefused('The URL has a query, and takes none.', 400);
  }
  const ticket = ticketOf(request);
  const subject = ticket && (await tickets.redeem(ticket));
  if (!subject) {
    throw new TerminalRefused('The ticket is missing, used or expired.', 401);
  }
  return subject;
}
