import { mayDo } from '@butler-portal/plugin-butler-common';
import type { Principal, Workspace } from '@butler-portal/plugin-butler-common';
import type { PolicyView } from '../access/policy/Policy';
import { workspaceResource } from '../access/policy/resources';
import type { ObjectStore } from '../cache/ObjectStore';

/** A workspace and the team that it belongs to. */
export interface PlacedWorkspace {
  workspace: Workspace;
  team: string;
}

/** Every workspace that the rules and the policy let the person see; looks only into the namespaces of the person's teams. */
export function visibleWorkspaces(
  store: ObjectStore<Workspace>,
  principal: Principal,
  policy: Pick<PolicyView, 'sees'>,
): PlacedWorkspace[] {
  return principal.teams.flatMap(({ team, namespace }) =>
    store
      .list(namespace)
      .filter(workspace => {
        const facts = workspaceResource(workspace, team);
        return mayDo(principal, 'workspace.view', facts) && policy.sees(facts);
      })
      .map(workspace => ({ workspace, team })),
  );
}
