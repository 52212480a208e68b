import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { TERMINAL_PROTOCOL } from '@butler-portal/plugin-butler-common';
import { WebSocketServer } from 'ws';
import type WebSocket from 'ws';
import { AuditTrail } from '../audit';
import type { AuditServices } from '../audit';
import { TryAgainLaterError } from '../errors';
import type { TenantClients } from '../tenants/TenantClients';
import {
  clusterOf,
  tenantNames,
  WORKSPACE_CONTAINER,
} from '../tenants/tenantNames';
import { refuse, subjectOf, TerminalRefused } from './handshake';
import type { Doorkeeper } from './handshake';
import { shellCommand } from './shellCommand';
import { CLOSE, MAX_MESSAGE_BYTES, TerminalSession } from './TerminalSession';
import type { TerminalGate } from './TerminalGate';
import type { TicketSubject } from './TicketStore';

/** The terminal's socket; nothing but this path is taken over. */
export const TERMINAL_PATH = '/api/butler/terminal';

const NO_SHELL =
  'No shell could be started in the workspace. Try again in a moment; if this stays, look at its diagnosis.';
const RESTARTS = 'The Portal restarts. Open the terminal again in a moment.';
const SHUTDOWN_MS = 500;
const MAX_TIMER_MS = 2 ** 31 - 1;

/** What terminals work with. */
export interface TerminalServices extends AuditServices, Doorkeeper {
  gate: TerminalGate;
  tenants: TenantClients;
  loginUser: string;
  /** How many terminals somebody may have open at this replica. */
  maxPerUser: number;
}

const ACTION = { action: 'workspace.terminal' };

// The auditor asks a request who it is from; a socket's ticket says it.
function auditMeta({ identity, team, name }: TicketSubject) {
  const { userEntityRef: user, email } = identity;
  return { ...ACTION, team, name, user, email };
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
      refuse(socket, error instanceof TryAgainLaterError ? 503 : 500);
    });
  };

  /** Ends every terminal; the server waits for their connections when it stops. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#unsubscribe();
    const sessions = [...this.#sessions.keys()];
    for (const session of sessions) {
      session.end(RESTARTS, CLOSE.goingAway);
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
    if (this.#closed) {
      refuse(socket, 503);
      return;
    }
    const trail = await AuditTrail.begin(this.services, {
      eventId: 'terminal-open',
      severity: 'medium',
      meta: ACTION,
    });
    try {
      const subject = await subjectOf(request, this.services);
      trail.add(auditMeta(subject));
      // Since it was asked, the Portal may have begun to stop.
      if (this.#closed) throw new TerminalRefused(RESTARTS, 503);
      let opened = false;
      this.#sockets.handleUpgrade(request, socket, head, browser => {
        opened = true;
        this.#open(browser, subject, trail);
      });
      // ws has answered what is no WebSocket's request by itself, and at once.
      if (!opened) {
        const message =
          'The request opens no WebSocket, or nobody waits any more.';
        await trail.failed(new TerminalRefused(message, 400));
      }
    } catch (error) {
      await trail.failed(error);
      if (!(error instanceof TerminalRefused)) throw error;
      refuse(socket, error.status);
    }
  }

  #open(browser: WebSocket, subject: TicketSubject, trail: AuditTrail): void {
    const session = new TerminalSession(browser);
    const { userEntityRef } = subject.identity;
    const open = [...this.#sessions.values()].filter(
      ({ identity }) => identity.userEntityRef === userEntityRef,
    ).length;
    const { maxPerUser, logger } = this.services;
    if (open >= maxPerUser) {
      const message = `You have ${open} terminals open. Close one of them first.`;
      session.end(message, CLOSE.policy);
      trail.failed(new TerminalRefused(message));
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
    const opened = Date.now();
    const started = this.#start(session, subject).then(
      async () => {
        await trail.succeeded();
        return true;
      },
      async error => {
        logger.warn(`Cannot start a shell in ${what}: ${error}`);
        if (error instanceof TerminalRefused) {
          session.end(error.message, CLOSE.policy);
        } else session.end(NO_SHELL, CLOSE.failed);
        await trail.failed(error);
        return false;
      },
    );
    session.closed
      .then(async () => {
        clearTimeout(expiry);
        this.#sessions.delete(session);
        logger.info(`Terminal closed in ${what}`);
        const seconds = Math.round((Date.now() - opened) / 1000);
        if (await started) await this.#auditClose(subject, seconds);
      })
      .catch(error => logger.error(`Terminal in ${what}: ${error}`));
  }

  async #auditClose(subject: TicketSubject, seconds: number): Promise<void> {
    const trail = await AuditTrail.begin(this.services, {
      eventId: 'terminal-close',
      severity: 'low',
      meta: { ...auditMeta(subject), seconds },
    });
    await trail.succeeded();
  }

  async #start(
    session: TerminalSession,
    subject: TicketSubject,
  ): Promise<void> {
    const found = this.services.gate.check(subject);
    if ('obstacle' in found) throw new TerminalRefused(found.obstacle);
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
