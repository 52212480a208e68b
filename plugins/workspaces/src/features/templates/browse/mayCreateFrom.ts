import {
  mayDoInTeam,
  SYSTEM_NAMESPACE,
} from '@butler-portal/plugin-butler-common';
import type {
  Me,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';

/** Whether the person may create a workspace from the template, in whichever team. */
export function mayCreateFrom(
  me: Me,
  { metadata: { namespace } }: WorkspaceTemplate,
): boolean {
  return me.teams.some(
    membership =>
      (namespace === SYSTEM_NAMESPACE || membership.namespace === namespace) &&
      mayDoInTeam(me, 'workspace.create', membership.team),
  );
}
