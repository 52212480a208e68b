import { KubeObject } from './meta';

/** Roles in a team; each may do what those before it may. */
export type TeamRole = 'viewer' | 'operator' | 'admin';

/** A group of people with a namespace of their own. Cluster-scoped (contract, section 1). */
export interface Team extends KubeObject {
  kind: 'Team';
  spec: {
    displayName?: string;
    description?: string;
    access?: {
      /** `name` is an e-mail address; without a role it is `viewer`. */
      users?: { name: string; role?: TeamRole }[];
      /**
       * `name` may be plain, `name@domain` or an LDAP DN. With `identityProvider` only groups of that
       * provider match.
       */
      groups?: { name: string; role?: TeamRole; identityProvider?: string }[];
    };
  };
  status?: {
    phase?: 'Pending' | 'Ready' | 'Terminating' | 'Failed';
    /** The team namespace. */
    namespace?: string;
  };
}

/** The team namespace: from the status; the Team's name only where the status is empty (contract, section 1). */
export function namespaceOfTeam(team: Team): string {
  return team.status?.namespace || team.metadata.name;
}
