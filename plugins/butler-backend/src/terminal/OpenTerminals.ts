import type WebSocket from 'ws';
import { AuditTrail } from '../audit';
import type { AuditServices } from '../audit';
import type { TenantClients } from '../tenants/TenantClients';
import {
  clusterOf,
  tenantNames,
  WORKSPACE_CONTAINER,
} from '../tenants/tenantNames';
import { TerminalRefused } from './handshake';
import { shellCommand } from './shellCommand';
import type { TerminalGate } from './TerminalGate';
import { CLOSE, TerminalSession } from './TerminalSession';
import type { TicketSubject } from './TicketStore';

const NO_SHELL =
  'No shell could be started in the workspace. Try again in a moment; if this stays, look at its diagnosis.';
const RESTARTS = 'The Portal restarts. Open the terminal again in a moment.';
const SHUTDOWN_MS = 500;
const MAX_TIMER_MS = 2 ** 31 - 1;

/** What open terminals work with. */
export interface OpenTerminalsServices extends AuditServices {
  gate: TerminalGate;
  tenants: TenantClients;
  loginUser: string;
  /** How many terminals somebody may have open at this replica. */
  maxPerUser: number;
}

/** What the audit log says of a terminal. The auditor asks a request who it is from; a socket's ticket says it. */
export function auditMeta(subject?: TicketSubject) {
  const action = { action: 'workspace.terminal' };
  if (!subject) return action;
  const { identity, team, name } = subject;
  const { userEntityRef: user, email } = identity;
  return { ...action, team, name, user, email };
}

/** The terminals that are open: each gets its shell, and is closed when the right to it ends. */
export class OpenTerminals {
  readonly #sessions = new Map<TerminalSession, TicketSubject>();
  readonly #unsubscribe: () => void;

  constructor(private readonly services: OpenTerminalsServices) {
    this.#unsubscribe = services.gate.subscribe(concerns =>
      this.#recheck(concerns),
    );
  }

  /** How many there are. */
  get size(): number {
    return this.#sessions.size;
  }

  /** Begins a terminal of whoever the ticket was given to. */
  open(browser: WebSocket, subject: TicketSubject, trail: AuditTrail): void {
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

  /** Ends all of them, and waits until they are closed. */
  async close(): Promise<void> {
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

  #recheck(concerns: (subject: TicketSubject) => boolean): void {
    for (const [session, subject] of this.#sessions) {
      if (concerns(subject)) this.#check(session, subject);
    }
  }

  #check(session: TerminalSession, subject: TicketSubject): void {
    const found = this.services.gate.check(subject);
    if ('obstacle' in found) session.end(found.obstacle, CLOSE.policy);
  }
}
