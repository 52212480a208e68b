import { ConflictError } from '@backstage/errors';
import type { TerminalTicket } from '@butler-portal/plugin-butler-common';
import { terminalTicket } from '../answers/workspaceDetails';
import type { UserCredentials } from '../access/IdentityResolver';
import { onWorkspace } from '../access/requirements';
import { terminalObstacle } from '../terminal/TerminalGate';
import type { TicketStore } from '../terminal/TicketStore';
import { noQuery } from './parse';
import { route } from './route';
import type { Route } from './route';

/** How long a terminal may be open when the credential does not say how long that is valid. */
const MAX_TERMINAL_MS = 60 * 60 * 1000;

function validUntil({ expiresAt }: UserCredentials): number {
  const latest = Date.now() + MAX_TERMINAL_MS;
  return expiresAt ? Math.min(Number(expiresAt), latest) : latest;
}

/** `POST …/terminal`: a ticket for the socket. */
export function terminalRoutes(tickets: TicketStore): Route[] {
  return [
    route({
      method: 'post',
      path: '/teams/:team/workspaces/:name/terminal',
      access: onWorkspace('workspace.terminal'),
      audit: { severity: 'medium' },
      query: noQuery,
      answer: terminalTicket,
      handler: async ({ caller, credentials, params, granted }) => {
        const { workspace } = granted;
        const obstacle = terminalObstacle(workspace);
        if (obstacle !== undefined) throw new ConflictError(obstacle);
        const { ticket, expiresAt } = await tickets.issue({
          identity: caller.identity,
          team: params.team,
          name: params.name,
          uid: workspace.metadata.uid ?? '',
          validUntil: validUntil(credentials),
        });
        const body: TerminalTicket = {
          ticket,
          expiresAt: expiresAt.toISOString(),
        };
        return { status: 201, body };
      },
    }),
  ];
}
