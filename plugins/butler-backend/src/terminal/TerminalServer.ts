import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { TERMINAL_PROTOCOL } from '@butler-portal/plugin-butler-common';
import { WebSocketServer } from 'ws';
import { AuditTrail } from '../audit';
import { TryAgainLaterError } from '../errors';
import { refuse, TerminalRefused, ticketOf } from './handshake';
import { auditMeta, OpenTerminals } from './OpenTerminals';
import type { OpenTerminalsServices } from './OpenTerminals';
import { MAX_MESSAGE_BYTES } from './TerminalSession';
import type { TicketStore, TicketSubject } from './TicketStore';

/** The terminal's socket; nothing but this path is taken over. */
export const TERMINAL_PATH = '/api/butler/terminal';

/** What terminals work with. */
export interface TerminalServices extends OpenTerminalsServices {
  tickets: Pick<TicketStore, 'redeem'>;
  /** Of the app. */
  origins: readonly string[];
}

/** Lets in whoever comes with a ticket. */
export class TerminalServer {
  readonly #sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => TERMINAL_PROTOCOL,
  });
  readonly #terminals: OpenTerminals;
  #closed = false;

  constructor(private readonly services: TerminalServices) {
    this.#terminals = new OpenTerminals(services);
  }

  /** How many terminals are open. */
  get open(): number {
    return this.#terminals.size;
  }

  /** Answers a request to {@link TERMINAL_PATH}. */
  readonly upgrade = (
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ): void => {
    // Node has taken its listeners away; without one a reset connection would end the process.
    socket.on('error', () => socket.destroy());
    this.#admit(request, socket, head).catch(error => {
      if (error instanceof TerminalRefused) {
        refuse(socket, error.status);
        return;
      }
      this.services.logger.error(`Cannot open a terminal: ${error}`);
      refuse(socket, error instanceof TryAgainLaterError ? 503 : 500);
    });
  };

  /** Ends every terminal; the server waits for their connections when it stops. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#terminals.close();
  }

  async #admit(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ): Promise<void> {
    this.#assertOpen();
    const ticket = this.#ticketOf(request);
    const trail = await AuditTrail.begin(this.services, {
      eventId: 'terminal-open',
      severity: 'medium',
      meta: auditMeta(),
    });
    try {
      const subject = await this.#redeem(ticket);
      trail.add(auditMeta(subject));
      // Since it was asked, the Portal may have begun to stop.
      this.#assertOpen();
      let opened = false;
      this.#sockets.handleUpgrade(request, socket, head, browser => {
        opened = true;
        this.#terminals.open(browser, subject, trail);
      });
      // ws has answered what is no WebSocket's request by itself, and at once.
      if (!opened) {
        const message =
          'The request opens no WebSocket, or nobody waits any more.';
        await trail.failed(new TerminalRefused(message, 400));
      }
    } catch (error) {
      await trail.failed(error);
      throw error;
    }
  }

  #assertOpen(): void {
    if (this.#closed) throw new TerminalRefused('The Portal stops.', 503);
  }

  // Not audited, since anybody can send such requests and fill the audit log with them.
  #ticketOf(request: IncomingMessage): string {
    try {
      return ticketOf(request, this.services.origins);
    } catch (error) {
      this.services.logger.debug(`Refused a request for a terminal: ${error}`);
      throw error;
    }
  }

  async #redeem(ticket: string): Promise<TicketSubject> {
    const subject = await this.services.tickets.redeem(ticket);
    if (subject) return subject;
    throw new TerminalRefused('The ticket is unknown, used or expired.', 401);
  }
}
