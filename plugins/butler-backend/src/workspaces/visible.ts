import { mayDo } from '@butler-portal/plugin-butler-common';
import type { Principal, Workspace } from '@butler-portal/plugin-butler-common';
import type { ObjectStore } from '../cache/ObjectStore';

/** A workspace and the team that it belongs to. */
export interface PlacedWorkspace {
  workspace: Workspace;
  team: string;
}

/** Every workspace that the person may see; looks only into the namespaces of the person's teams. */
export function visibleWorkspaces(
  store: ObjectStore<Workspace>,
  principal: Principal,
): PlacedWorkspace[] {
  return principal.teams.flatMap(({ team, namespace }) =>
    store
      .list(namespace)
      .filter(({ spec: { owner } }) =>
        mayDo(principal, 'workspace.view', { team, owner }),
      )
      .map(workspace => ({ workspace, team })),
  );
}
