import { isOwner, phaseOf, teamOf } from '@butler-portal/plugin-butler-common';
import type { Principal, Workspace } from '@butler-portal/plugin-butler-common';

/** The person's own workspaces on a cluster that run with nobody connected: stopping one gives room. */
export function idleWorkspaces(
  workspaces: readonly Workspace[],
  me: Principal,
  team: string,
  cluster: string,
): Workspace[] {
  return workspaces.filter(
    workspace =>
      teamOf(workspace) === team &&
      workspace.spec.clusterRef.name === cluster &&
      isOwner(me, { team, owner: workspace.spec.owner }) &&
      phaseOf(workspace) === 'Running' &&
      !workspace.status?.connected &&
      !workspace.metadata.deletionTimestamp,
  );
}
