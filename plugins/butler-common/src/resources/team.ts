import { KubeObject } from './meta';

/** Roles in a team, the weakest first. */
export const TEAM_ROLES = ['viewer', 'operator', 'admin'] as const;

export type TeamRole = (typeof TEAM_ROLES)[number];

export interface Team extends KubeObject {
  kind: 'Team';
  spec: {
    displayName?: string;
    description?: string;
    access?: {
      users?: { name: string; role?: TeamRole }[];
      groups?: { name: string; role?: TeamRole; identityProvider?: string }[];
    };
  };
  status?: {
    phase?: 'Pending' | 'Ready' | 'Terminating' | 'Failed';
    namespace?: string;
  };
}

/** The team namespace: from the status; the Team's name only where the status is empty (contract, section 1). */
export function namespaceOfTeam(team: Team): string {
  return team.status?.namespace || team.metadata.name;
}
