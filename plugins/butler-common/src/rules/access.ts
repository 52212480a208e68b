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

/** The workspace that an action is about. */
export interface WorkspaceFacts {
  team: string;
  /** E-mail, as `spec.owner` has it. */
  owner: string;
}

const RANK: Record<TeamRole, number> = { viewer: 1, operator: 2, admin: 3 };

/** What people are looked up by: the same for all e-mail addresses that {@link sameEmail} takes for one. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

/** Whether two e-mail addresses are the same person's. */
export function sameEmail(one: string, other: string): boolean {
  return emailKey(one) === emailKey(other);
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

/** Whether the role is the wanted one or a higher. */
export function atLeast(role: TeamRole | undefined, wanted: TeamRole): boolean {
  return role !== undefined && RANK[role] >= RANK[wanted];
}

/** Whether the workspace is the person's own. Who has left the team owns nothing there any more. */
export function isOwner(
  principal: Principal,
  { team, owner }: WorkspaceFacts,
): boolean {
  return (
    roleIn(principal, team) !== undefined && sameEmail(principal.email, owner)
  );
}
