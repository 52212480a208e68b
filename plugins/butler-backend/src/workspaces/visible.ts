import { mayDo } from '@butler-portal/plugin-butler-common';
import type {
  ListWorkspacesQuery,
  Principal,
  TeamMembership,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import type { PolicyView } from '../access/policy/Policy';
import { workspaceResource } from '../access/policy/resources';
import type { ObjectStore } from '../cache/ObjectStore';
import {
  workspacesOnCluster,
  workspacesOwnedBy,
} from '../cache/workspaceIndexes';

/** A workspace and the team that it belongs to. */
export interface PlacedWorkspace {
  workspace: Workspace;
  team: string;
}

/** What somebody looks for, as far as an index knows it. */
export type Narrowing = Pick<
  ListWorkspacesQuery,
  'team' | 'owner' | 'cluster' | 'mine'
>;

/** The fewest that an index can name and that hold all that are looked for. */
function candidates(
  store: ObjectStore<Workspace>,
  principal: Principal,
  { team, namespace }: TeamMembership,
  { owner, cluster, mine }: Narrowing,
): Workspace[] {
  // An owner who is nobody: who sees theirs sees everybody's.
  const others = mayDo(principal, 'workspace.view', { team, owner: '' });
  if (!others || mine === 'true') {
    return workspacesOwnedBy(store, namespace, principal.email);
  }
  if (owner !== undefined) return workspacesOwnedBy(store, namespace, owner);
  if (cluster !== undefined) {
    return workspacesOnCluster(store, namespace, cluster);
  }
  return store.list(namespace);
}

/**
 * Every workspace that the rules and the policy let the person see. It touches no object of another
 * team, and none of somebody else for whom sees just their own.
 *
 * @param narrow - leaves out, as far as an index can, what is not looked for
 */
export function visibleWorkspaces(
  store: ObjectStore<Workspace>,
  principal: Principal,
  policy: Pick<PolicyView, 'sees'>,
  narrow: Narrowing = {},
): PlacedWorkspace[] {
  return principal.teams
    .filter(({ team }) => narrow.team === undefined || narrow.team === team)
    .flatMap(membership => {
      const { team } = membership;
      return candidates(store, principal, membership, narrow)
        .filter(workspace => {
          const facts = workspaceResource(workspace, team);
          return (
            mayDo(principal, 'workspace.view', facts) && policy.sees(facts)
          );
        })
        .map(workspace => ({ workspace, team }));
    });
}
