import {
  namespaceOfTeam,
  SYSTEM_NAMESPACE,
} from '@butler-portal/plugin-butler-common';
import type { Team } from '@butler-portal/plugin-butler-common';

/** The Teams that give access, and whose namespace is whose. */
export class TeamDirectory {
  readonly teams: readonly Team[];
  readonly #byNamespace = new Map<string, string>();
  readonly #namespaces = new Map<string, string>();

  /**
   * A Team that is Terminating gives no access: its namespace and all that is in it are on their
   * way out. Nor does one whose namespace is Butler's own or claimed by another Team too: whose the
   * objects are would be a guess.
   */
  constructor(teams: Team[]) {
    const claims = new Map<string, number>();
    for (const team of teams) {
      const namespace = namespaceOfTeam(team);
      claims.set(namespace, (claims.get(namespace) ?? 0) + 1);
    }
    this.teams = teams.filter(team => {
      const namespace = namespaceOfTeam(team);
      return (
        team.status?.phase !== 'Terminating' &&
        !team.metadata.deletionTimestamp &&
        namespace !== SYSTEM_NAMESPACE &&
        claims.get(namespace) === 1
      );
    });
    for (const team of this.teams) {
      const namespace = namespaceOfTeam(team);
      this.#byNamespace.set(namespace, team.metadata.name);
      this.#namespaces.set(team.metadata.name, namespace);
    }
  }

  /** The team namespace of the Team, if that gives access. */
  namespaceOf(team: string): string | undefined {
    return this.#namespaces.get(team);
  }

  /** The name of the Team that the namespace belongs to, if any. */
  teamOfNamespace(namespace: string | undefined): string | undefined {
    return namespace === undefined
      ? undefined
      : this.#byNamespace.get(namespace);
  }
}
