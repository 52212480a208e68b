import { isOwner, phaseOf, teamOf } from '@butler-portal/plugin-butler-common';
import type { Principal, Workspace } from '@butler-portal/plugin-butler-common';
import { offeredActions } from '../../components';
import type { OfferedAction } from '../../components';

/** The one thing that a row offers, and what its menu holds. */
export interface RowActions {
  primary?:
    | { kind: 'open' }
    | { kind: 'seeWhy' }
    | ({ kind: 'act' } & OfferedAction);
  menu: OfferedAction[];
  /** Whether there is an address: the menu offers the other editors and the SSH command. */
  canConnect: boolean;
}

/** Decides what a row offers: the way in if there is one, else the next step towards it. */
export function rowActions(
  principal: Principal,
  workspace: Workspace,
): RowActions {
  const offered = offeredActions(principal, workspace);
  if (workspace.metadata.deletionTimestamp) {
    return { menu: [], canConnect: false };
  }
  if (phaseOf(workspace) === 'Failed') {
    return {
      primary: { kind: 'seeWhy' },
      // Nothing but deletion leads out of Failed (contract, section 3.1).
      menu: offered.filter(({ obstacle }) => !obstacle),
      canConnect: false,
    };
  }
  const facts = { team: teamOf(workspace), owner: workspace.spec.owner };
  if (workspace.status?.sshEndpoint && isOwner(principal, facts)) {
    return { primary: { kind: 'open' }, menu: offered, canConnect: true };
  }
  const next =
    offered.find(({ action }) => action === 'start') ??
    offered.find(({ action }) => action === 'connect');
  return {
    primary: next && { kind: 'act', ...next },
    menu: offered.filter(
      ({ action }) => action !== next?.action && action !== 'connect',
    ),
    canConnect: false,
  };
}
