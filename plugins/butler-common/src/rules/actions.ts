import type { TeamRole } from '../resources';
import { atLeast, isOwner, roleIn } from './access';
import type { Principal, WorkspaceFacts } from './access';

/**
 * By what somebody may act on a workspace: as its owner who is an operator or admin of its team, as
 * an admin of the team, or as one who looks (a viewer of the team). Platform roles count as roles in
 * every team.
 */
type Standing = 'owner' | 'admin' | 'viewer';

const ALL_WHO_SEE: readonly Standing[] = ['owner', 'admin', 'viewer'];
const OWNER_AND_ADMINS: readonly Standing[] = ['owner', 'admin'];
/** A workspace is private: this is what no admin may do with another's. */
const OWNER_ALONE: readonly Standing[] = ['owner'];

const WORKSPACE_ACTIONS = {
  'workspace.view': ALL_WHO_SEE,
  'workspace.diagnose': ALL_WHO_SEE,
  'workspace.metrics': ALL_WHO_SEE,
  'workspace.disconnect': OWNER_AND_ADMINS,
  'workspace.stop': OWNER_AND_ADMINS,
  'workspace.delete': OWNER_AND_ADMINS,
  'workspace.edit': OWNER_ALONE,
  'workspace.connect': OWNER_ALONE,
  // A start asks for a connection (contract, 3.3), and so does a restart.
  'workspace.start': OWNER_ALONE,
  'workspace.restart': OWNER_ALONE,
  // Keys let somebody in.
  'workspace.sync-ssh-keys': OWNER_ALONE,
  'workspace.terminal': OWNER_ALONE,
  // What the init containers print may hold the environment.
  'workspace.logs': OWNER_ALONE,
} as const;

/** The least role in the team that each needs. */
const TEAM_ACTIONS = {
  'team.view': 'viewer',
  'cluster.view': 'viewer',
  'template.view': 'viewer',
  'workspace.create': 'operator',
  // To copy an environment from.
  'cluster.workloads': 'operator',
  // Of use only to those who create.
  'gitCredential.list': 'operator',
  'template.create': 'admin',
  'template.edit': 'admin',
  'template.delete': 'admin',
} as const satisfies Record<string, TeamRole>;

/** Cluster templates: everybody reads them, platform admins write them. */
const SYSTEM_ACTIONS = {
  'template.view': 'anybody',
  'template.create': 'platformAdmin',
  'template.edit': 'platformAdmin',
  'template.delete': 'platformAdmin',
} as const;

/** What can be done with a workspace that exists. */
export type WorkspaceAction = keyof typeof WORKSPACE_ACTIONS;
/** What can be done in a team. */
export type TeamAction = keyof typeof TEAM_ACTIONS;
/** What can be done in the system namespace, where the cluster templates live. */
export type SystemAction = keyof typeof SYSTEM_ACTIONS;
/** What everybody whom Butler knows may do; the keys are one's own. */
export type PersonalAction =
  | 'me.view'
  | 'image.view'
  | 'sshKey.view'
  | 'sshKey.create'
  | 'sshKey.delete';
/** Every action of contract section 4 that a screen offers or a route performs. */
export type Action =
  | WorkspaceAction
  | TeamAction
  | SystemAction
  | PersonalAction;

/** Every action on a workspace that exists. */
export const ALL_WORKSPACE_ACTIONS = Object.keys(
  WORKSPACE_ACTIONS,
) as WorkspaceAction[];
/** Every action in a team. */
export const ALL_TEAM_ACTIONS = Object.keys(TEAM_ACTIONS) as TeamAction[];
/** Every action in the system namespace. */
export const ALL_SYSTEM_ACTIONS = Object.keys(SYSTEM_ACTIONS) as SystemAction[];

function standingsOf(
  principal: Principal,
  workspace: WorkspaceFacts,
): Standing[] {
  const role = roleIn(principal, workspace.team);
  const standings: Standing[] = [];
  // Who has become a viewer looks, but manages nothing any more.
  if (isOwner(principal, workspace) && atLeast(role, 'operator')) {
    standings.push('owner');
  }
  if (role === 'admin' || role === 'viewer') standings.push(role);
  return standings;
}

/**
 * Whether Butler lets the person do this with the workspace (contract, section 4). What is not said
 * to be allowed is forbidden.
 */
export function mayDo(
  principal: Principal,
  action: WorkspaceAction,
  workspace: WorkspaceFacts,
): boolean {
  const allowed: readonly Standing[] = Object.hasOwn(WORKSPACE_ACTIONS, action)
    ? WORKSPACE_ACTIONS[action]
    : [];
  return standingsOf(principal, workspace).some(standing =>
    allowed.includes(standing),
  );
}

/** Whether Butler lets the person do this in the team. */
export function mayDoInTeam(
  principal: Principal,
  action: TeamAction,
  team: string,
): boolean {
  return (
    Object.hasOwn(TEAM_ACTIONS, action) &&
    atLeast(roleIn(principal, team), TEAM_ACTIONS[action])
  );
}

/** Whether Butler lets the person do this with cluster templates. */
export function mayDoInSystem(
  principal: Principal,
  action: SystemAction,
): boolean {
  if (!Object.hasOwn(SYSTEM_ACTIONS, action)) return false;
  return (
    SYSTEM_ACTIONS[action] === 'anybody' || principal.platformRole === 'admin'
  );
}
