import { STATUS_CODES } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { TERMINAL_PROTOCOL } from '@butler-portal/plugin-butler-common';
import { WebSocketServer } from 'ws';
import type WebSocket from 'ws';
import { originAllowed } from '../access/origin';
import type { TenantClients } from '../tenants/TenantClients';
import {
  clusterOf,
  tenantNames,
  WORKSPACE_CONTAINER,
} from '../tenants/tenantNames';
import { shellCommand } from './shellCommand';
import { CLOSE, MAX_MESSAGE_BYTES, TerminalSession } from './TerminalSession';
import type { TerminalGate } from './TerminalGate';
import type { TicketStore, TicketSubject } from './TicketStore';

/** The terminal's socket; nothing but this path is taken over. */
export const TERMINAL_PATH = '/api/butler/terminal';

const SHUTDOWN_MS = 500;
const MAX_TIMER_MS = 2 ** 31 - 1;

/** What terminals work with. */
export interface TerminalServices {
  tickets: TicketStore;
  gate: TerminalGate;
  tenants: TenantClients;
  logger: LoggerService;
  /** Of the app. */
  origins: readonly string[];
  loginUser: string;
  /** How many terminals somebody may have open at this replica. */
  maxPerUser: number;
}

function refuse(socket: Duplex, status: number): void {
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

/** Opens terminals for whoever comes with a ticket, and closes them when the right to them ends. */
export class TerminalServer {
  readonly #sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => TERMINAL_PROTOCOL,
  });
  readonly #sessions = new Map<TerminalSession, TicketSubject>();
  readonly #unsubscribe: () => void;
  #closed = false;

  constructor(private readonly services: TerminalServices) {
    this.#unsubscribe = services.gate.subscribe(() => this.#recheck());
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
      this.services.logger.error(`Cannot open a terminal: ${error}`);
      refuse(socket, 500);
    });
  };

  /** Ends every terminal; the server waits for their connections when it stops. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#unsubscribe();
    const sessions = [...this.#sessions.keys()];
    for (const session of sessions) {
      session.end(
        'The Portal restarts. Open the terminal again in a moment.',
        CLOSE.goingAway,
      );
    }
    const late = setTimeout(() => {
      for (const session of sessions) session.terminate();
    }, SHUTDOWN_MS);
    await Promise.all(sessions.map(({ closed }) => closed));
    clearTimeout(late);
  }

  async #admit(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ): Promise<void> {
    if (this.#closed) return refuse(socket, 503);
    // A browser sends the cookies of another site's page, but not with our Origin.
    if (!originAllowed(request.headers.origin, this.services.origins)) {
      return refuse(socket, 403);
    }
    // A token in an URL ends up in logs, so not even an unknown parameter is taken.
    if (request.url?.includes('?')) return refuse(socket, 400);
    const ticket = ticketOf(request);
    const subject = ticket && (await this.services.tickets.redeem(ticket));
    if (!subject) return refuse(socket, 401);
    return this.#sockets.handleUpgrade(request, socket, head, browser =>
      this.#open(browser, subject),
    );
  }

  #open(browser: WebSocket, subject: TicketSubject): void {
    const session = new TerminalSession(browser);
    const { userEntityRef } = subject.identity;
    const open = [...this.#sessions.values()].filter(
      ({ identity }) => identity.userEntityRef === userEntityRef,
    ).length;
    const { maxPerUser, logger } = this.services;
    if (open >= maxPerUser) {
      session.end(
        `You have ${open} terminals open. Close one of them first.`,
        CLOSE.policy,
      );
      return;
    }
    this.#sessions.set(session, subject);
    const left = Math.max(0, subject.validUntil - Date.now());
    const expiry = setTimeout(
      () =>
        session.end('Your session has expired. Sign in again.', CLOSE.policy),
      Math.min(left, MAX_TIMER_MS),
    );
    const what = `${subject.team}/${subject.name} of ${userEntityRef}`;
    logger.info(`Terminal opened in ${what}`);
    session.closed
      .then(() => {
        clearTimeout(expiry);
        this.#sessions.delete(session);
        logger.info(`Terminal closed in ${what}`);
      })
      .catch(error => logger.error(`Terminal in ${what}: ${error}`));
    this.#start(session, subject).catch(error => {
      logger.warn(`Cannot start a shell in ${what}: ${error}`);
      session.end(
        'No shell could be started in the workspace. Try again in a moment; if this stays, look at its diagnosis.',
        CLOSE.failed,
      );
    });
  }

  async #start(
    session: TerminalSession,
    subject: TicketSubject,
  ): Promise<void> {
    const found = this.services.gate.check(subject);
    if ('obstacle' in found) {
      session.end(found.obstacle, CLOSE.policy);
      return;
    }
    const { workspace } = found;
    const { loginUser, tenants } = this.services;
    const request = {
      pod: tenantNames(workspace).pod,
      container: WORKSPACE_CONTAINER,
      command: shellCommand(loginUser),
      tty: true,
    };
    await session.start(handlers =>
      tenants.use(clusterOf(workspace), tenant =>
        tenant.exec(request, handlers),
      ),
    );
  }

  #recheck(): void {
    for (const [session, subject] of this.#sessions) {
      const found = this.services.gate.check(subject);
      if ('obstacle' in found) session.end(found.obstacle, CLOSE.policy);
    }
  }
}
