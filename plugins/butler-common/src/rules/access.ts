import type { PlatformRole, TeamRole } from '../resources';

/** A person's place in one team. */
export interface TeamMembership {
  /** The Team's name. */
  team: string;
  displayName: string;
  /** The team namespace. */
  namespace: string;
  /** The role that counts there: the highest of the memberships and the platform role. */
  role: TeamRole;
}

/** Who is asking, as far as Butler's rules need to know. */
export interface Principal {
  /** Lower case. */
  email: string;
  platformRole?: PlatformRole;
  teams: TeamMembership[];
}

/** Every action of contract section 4 that a screen offers or a route performs. */
export type Action =
  | 'workspace.create'
  | 'workspace.view'
  | 'workspace.connect'
  | 'workspace.disconnect'
  | 'workspace.start'
  | 'workspace.stop'
  | 'workspace.delete'
  | 'team.view';

/** The workspace that an action is about. */
export interface WorkspaceFacts {
  team: string;
  /** E-mail, as `spec.owner` has it. */
  owner: string;
}

const RANK: Record<TeamRole, number> = { viewer: 1, operator: 2, admin: 3 };

/** Whether two e-mail addresses are the same person's. */
export function sameEmail(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** The role that the person has in the team, if any. */
export function roleIn(
  principal: Principal,
  team: string,
): TeamRole | undefined {
  return principal.teams.find(membership => membership.team === team)?.role;
}

/** The higher of two roles. */
export function higherRole(
  one: TeamRole | undefined,
  other: TeamRole,
): TeamRole {
  return one && RANK[one] >= RANK[other] ? one : other;
}

function atLeast(role: TeamRole | undefined, wanted: TeamRole): boolean {
  return role !== undefined && RANK[role] >= RANK[wanted];
}

/** Whether the person may look at the team at all: its clusters, its templates. */
export function mayViewTeam(principal: Principal, team: string): boolean {
  return roleIn(principal, team) !== undefined;
}

/** Whether the person may create workspaces in the team: operators and admins. */
export function mayCreateIn(principal: Principal, team: string): boolean {
  return atLeast(roleIn(principal, team), 'operator');
}

/** Whether the workspace is the person's own. Who has left the team owns nothing there any more. */
export function isOwner(
  principal: Principal,
  { team, owner }: WorkspaceFacts,
): boolean {
  return mayViewTeam(principal, team) && sameEmail(principal.email, owner);
}

/**
 * Whether Butler lets the person do this with the workspace (contract, section 4). Viewers look at
 * the team's workspaces, operators see their own, admins look after all; only the owner connects
 * and starts. What is not said to be allowed is forbidden.
 */
export function mayDo(
  principal: Principal,
  action: Exclude<Action, 'workspace.create' | 'team.view'>,
  workspace: WorkspaceFacts,
): boolean {
  const role = roleIn(principal, workspace.team);
  const owner = isOwner(principal, workspace);
  const manages = owner && atLeast(role, 'operator');
  switch (action) {
    case 'workspace.view':
      return owner || role === 'viewer' || role === 'admin';
    case 'workspace.connect':
    case 'workspace.start':
      return manages;
    case 'workspace.disconnect':
    case 'workspace.stop':
    case 'workspace.delete':
      return manages || role === 'admin';
    default:
      return false;
  }
}
