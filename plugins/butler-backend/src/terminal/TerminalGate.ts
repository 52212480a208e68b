import { NotAllowedError } from '@backstage/errors';
import { emailKey, mayDo, phaseOf } from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import type { AccessControl } from '../access/AccessControl';
import type { Caller } from '../access/Caller';
import { peopleIn } from '../access/peopleIn';
import type { ButlerCache } from '../cache/ButlerCache';
import type { TicketSubject } from './TicketStore';

/** Why there can be no terminal in the workspace now, in words; undefined when there can. */
export function terminalObstacle(workspace: Workspace): string | undefined {
  if (workspace.metadata.deletionTimestamp) {
    return 'The workspace is being deleted.';
  }
  return phaseOf(workspace) === 'Running'
    ? undefined
    : 'The workspace is not running. Start it, then open the terminal.';
}

const NO_LONGER_YOURS =
  'You may not open a terminal in this workspace any more: it is gone, or no longer yours.';

/** Says whether a terminal may be open, after the Teams, Users and workspaces of this moment. */
export class TerminalGate {
  constructor(
    private readonly access: AccessControl,
    private readonly cache: ButlerCache,
  ) {}

  /** Butler's rules for whoever the ticket was given to, and the state of the workspace. */
  check({
    identity,
    team,
    name,
    uid,
  }: TicketSubject): { workspace: Workspace } | { obstacle: string } {
    const caller = this.#callerFor(identity);
    const membership = caller?.principal.teams.find(each => each.team === team);
    const workspace =
      membership && this.cache.workspaces.store.get(name, membership.namespace);
    if (
      !caller ||
      workspace?.metadata.uid !== uid ||
      !mayDo(caller.principal, 'workspace.terminal', {
        team,
        owner: workspace.spec.owner,
      })
    ) {
      return { obstacle: NO_LONGER_YOURS };
    }
    const obstacle = terminalObstacle(workspace);
    return obstacle === undefined ? { workspace } : { obstacle };
  }

  /**
   * Tells when a check may come to another end than it has.
   *
   * @param onChange - is given whom the change concerns
   * @returns a function that ends the subscription
   */
  subscribe(
    onChange: (concerns: (subject: TicketSubject) => boolean) => void,
  ): () => void {
    const { teams, users, workspaces } = this.cache;
    const subscriptions = [
      teams.subscribe(() => onChange(() => true)),
      users.subscribe(changes => {
        const people = peopleIn(changes);
        onChange(({ identity }) => people.has(emailKey(identity.email ?? '')));
      }),
      workspaces.subscribe(changes => {
        const uids = new Set(changes.map(({ object }) => object.metadata.uid));
        onChange(({ uid }) => uids.has(uid));
      }),
    ];
    return () => subscriptions.forEach(unsubscribe => unsubscribe());
  }

  #callerFor(identity: TicketSubject['identity']): Caller | undefined {
    try {
      return this.access.callerFor(identity);
    } catch (error) {
      if (!(error instanceof NotAllowedError)) throw error;
      // Butler has shut the person out.
      return undefined;
    }
  }
}
