import { mayDo } from '@butler-portal/plugin-butler-common';
import type { WorkspaceAction } from '@butler-portal/plugin-butler-common';
import { refuseByPolicy } from '../policy/Policy';
import { workspaceResource } from '../policy/resources';
import { noSuchObject, refuseOnWorkspace } from '../refusals';
import type { Requirement, WorkspaceGrant } from '../Requirement';
import { withTeam } from '../withTeam';
import { membershipIn, objectParams } from './params';
import type { ObjectParams } from './params';

/** The right to the action on the workspace of the path. */
export function onWorkspace(
  action: WorkspaceAction,
): Requirement<ObjectParams, WorkspaceGrant> {
  return {
    action,
    params: objectParams,
    grant({ caller, params: { team, name }, cache, policy }) {
      const membership = membershipIn(caller, team);
      const found = cache.workspaces.store.get(name, membership.namespace);
      const workspace = found && withTeam(found, team);
      const facts = workspace && workspaceResource(workspace, team);
      if (
        !facts ||
        !mayDo(caller.principal, 'workspace.view', facts) ||
        !policy.sees(facts)
      ) {
        noSuchObject('workspace', name, team);
      }
      if (!mayDo(caller.principal, action, facts)) refuseOnWorkspace(action);
      if (!policy.allows(facts)) refuseByPolicy(action);
      return { membership, workspace };
    },
  };
}
