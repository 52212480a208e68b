import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  dnsLabelSchema,
  mayCreateIn,
  mayDo,
  teamOf,
  workspaceDeletePermission,
  workspaceReadPermission,
  workspaceUsePermission,
} from '@butler-portal/plugin-butler-common';
import type {
  Action,
  TeamMembership,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import type { ButlerCache } from '../cache/ButlerCache';
import { withTeam } from '../workspaces/withTeam';
import type { Caller } from './Caller';

/**
 * What a route asks for before its handler runs: the parameters of its path, Backstage's permission,
 * and Butler's rule. What it grants is what the handler gets.
 */
export interface Requirement<Params, Granted> {
  params: z.ZodType<Params>;
  permission?: BasicPermission;
  /** Throws when Butler's rules say no. */
  grant(caller: Caller, params: Params, cache: ButlerCache): Granted;
}

/** The team that a route is about. */
export interface TeamGrant {
  membership: TeamMembership;
}

/** The workspace that a route is about, as the cache has it, with the label of its team. */
export interface WorkspaceGrant extends TeamGrant {
  workspace: Workspace;
}

type TeamAction = Extract<Action, 'workspace.create' | 'team.view'>;
type WorkspaceAction = Exclude<Action, TeamAction>;

const teamParams = z.strictObject({ team: dnsLabelSchema });
const workspaceParams = teamParams.extend({ name: dnsLabelSchema });

const PERMISSIONS: Record<WorkspaceAction, BasicPermission> = {
  'workspace.view': workspaceReadPermission,
  'workspace.connect': workspaceUsePermission,
  'workspace.disconnect': workspaceUsePermission,
  'workspace.start': workspaceUsePermission,
  'workspace.stop': workspaceUsePermission,
  'workspace.delete': workspaceDeletePermission,
};

const REFUSALS: Record<WorkspaceAction, string> = {
  'workspace.view': 'You may not look at this workspace.',
  'workspace.connect':
    'A workspace is private: only its owner, as operator or admin of the team, connects to it.',
  'workspace.disconnect':
    'Only the owner, as operator or admin of the team, and the team’s admins disconnect a workspace.',
  'workspace.start':
    'Only the owner, as operator or admin of the team, starts a workspace.',
  'workspace.stop':
    'Only the owner, as operator or admin of the team, and the team’s admins stop a workspace.',
  'workspace.delete':
    'Only the owner, as operator or admin of the team, and the team’s admins delete a workspace.',
};

// The same words whether it does not exist or may not be known of.
function noTeam(team: string): never {
  throw new NotFoundError(
    `There is no team “${team}” that you are a member of. Ask an admin of the team to add you.`,
  );
}

function membershipIn(caller: Caller, team: string): TeamMembership {
  return (
    caller.principal.teams.find(membership => membership.team === team) ??
    noTeam(team)
  );
}

/** Enough to be known to Butler; the handler shows only what the rules let the caller see. */
export function knownToButler(
  permission?: BasicPermission,
): Requirement<Record<string, never>, undefined> {
  return {
    params: z.strictObject({}),
    permission,
    grant: () => undefined,
  };
}

/** A place in the team of the path, and the right to the action there. */
export function inTeam(
  action: TeamAction,
  permission: BasicPermission,
): Requirement<{ team: string }, TeamGrant> {
  return {
    params: teamParams,
    permission,
    grant(caller, { team }) {
      const membership = membershipIn(caller, team);
      if (
        action === 'workspace.create' &&
        !mayCreateIn(caller.principal, team)
      ) {
        throw new NotAllowedError(
          `As a viewer of the team “${team}” you cannot create workspaces. Ask an admin of the team to make you an operator.`,
        );
      }
      return { membership };
    },
  };
}

/** The right to the action on the workspace of the path. */
export function onWorkspace(
  action: WorkspaceAction,
): Requirement<{ team: string; name: string }, WorkspaceGrant> {
  return {
    params: workspaceParams,
    permission: PERMISSIONS[action],
    grant(caller, { team, name }, cache) {
      const membership = membershipIn(caller, team);
      const found = cache.workspaces.store.get(name, membership.namespace);
      const workspace = found && withTeam(found, team);
      const facts = workspace && {
        team: teamOf(workspace),
        owner: workspace.spec.owner,
      };
      if (!facts || !mayDo(caller.principal, 'workspace.view', facts)) {
        throw new NotFoundError(
          `There is no workspace “${name}” in the team “${team}” that you may see.`,
        );
      }
      if (!mayDo(caller.principal, action, facts)) {
        throw new NotAllowedError(REFUSALS[action]);
      }
      return { membership, workspace };
    },
  };
}
