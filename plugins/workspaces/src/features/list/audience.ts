import { mayDoInTeam } from '@butler-portal/plugin-butler-common';
import type { Principal } from '@butler-portal/plugin-butler-common';

/** Whether there is a team where the person may create a workspace. */
export function mayCreateSomewhere(principal: Principal): boolean {
  return principal.teams.some(({ team }) =>
    mayDoInTeam(principal, 'workspace.create', team),
  );
}

/** Whether the person may see workspaces of others: viewers and admins of a team or the platform. */
export function seesOthers({ platformRole, teams }: Principal): boolean {
  return Boolean(platformRole) || teams.some(({ role }) => role !== 'operator');
}

/** Whose workspaces the list shows when the URL does not say. Who creates none looks at all. */
export function usualShow(principal: Principal): 'mine' | 'all' {
  return seesOthers(principal) && !mayCreateSomewhere(principal)
    ? 'all'
    : 'mine';
}
