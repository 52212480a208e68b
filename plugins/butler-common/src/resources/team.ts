import { KubeObject } from './meta';

/** Roles in a team; each may do what those before it may. */
export type TeamRole = 'viewer' | 'operator' | 'admin';

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
