import { phaseOf } from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import type { OfferedAction } from '../../../components';
import { endpointOf } from '../connection/connectionState';

/** The page's actions: the one that stands out, and the others in their order. */
export interface ArrangedActions {
  primary?: 'open' | OfferedAction;
  others: OfferedAction[];
}

/**
 * Picks the action that stands out: the way in when there is one, else the next step towards it. None
 * when nothing can be done towards it now.
 */
export function arrangeActions(
  workspace: Workspace,
  mayConnect: boolean,
  offered: OfferedAction[],
): ArrangedActions {
  if (workspace.metadata.deletionTimestamp) return { others: [] };
  if (phaseOf(workspace) === 'Failed') {
    // Nothing but deletion leads out of Failed (contract, section 3.1).
    return { others: offered.filter(({ obstacle }) => !obstacle) };
  }
  if (mayConnect && endpointOf(workspace)) {
    return { primary: 'open', others: offered };
  }
  const primary = offered.find(
    ({ action, obstacle }) =>
      !obstacle && (action === 'start' || action === 'connect'),
  );
  return { primary, others: offered.filter(item => item !== primary) };
}
