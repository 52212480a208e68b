import { NotAllowedError } from '@backstage/errors';
import {
  higherRole,
  namespaceOfTeam,
  sameEmail,
} from '@butler-portal/plugin-butler-common';
import type {
  Me,
  PlatformRole,
  Principal,
  Team,
  TeamMembership,
  TeamRole,
  User,
} from '@butler-portal/plugin-butler-common';
import { isImpersonable, isTeamGroup } from '../kubernetes/impersonation';
import type { ImpersonatedUser } from '../kubernetes/impersonation';
import { groupBaseName } from './groupNames';
import type { ProviderGroup } from './providerGroups';

/** Who somebody is in Backstage. */
export interface Identity {
  userEntityRef: string;
  /** From the catalog; not every entity has one. */
  email?: string;
  /** Names of the catalog groups. */
  groups: string[];
  /** Groups that an identity provider has named at the sign-in, where that gives them. */
  providerGroups?: ProviderGroup[];
}

/** Who somebody is in Butler, and what follows from it. */
export interface Caller {
  identity: Identity;
  /** What the rules need to know. */
  principal: Principal;
  me: Me;
  /** The e-mail as Butler writes it. */
  email: string;
  /** Name of Butler's User object. */
  userName: string;
  /** Who Kubernetes is to see. */
  impersonated: ImpersonatedUser;
}

function refuse(message: string): never {
  throw new NotAllowedError(message);
}

function findUser({ userEntityRef, email }: Identity, users: User[]): User {
  if (!email) {
    refuse(
      `Your catalog entry ${userEntityRef} has no e-mail address, and Butler knows people by theirs. Ask whoever looks after the catalog to fill in spec.profile.email.`,
    );
  }
  // Also what only looks like another's address: the Kelvin sign, in lower case, is a k.
  if (!isImpersonable(email.trim())) {
    refuse(
      `Your catalog entry ${userEntityRef} has an e-mail address that Kubernetes cannot work with. Ask whoever looks after the catalog to correct spec.profile.email.`,
    );
  }
  const found = users.filter(({ spec }) => sameEmail(spec.email, email));
  const [user] = found;
  if (!user) {
    refuse(
      `Butler has no User with the e-mail address ${email}. Ask a platform admin to create one, or to correct the address in the catalog.`,
    );
  }
  if (found.length > 1) {
    refuse(
      `Butler has more than one User with the e-mail address ${email}. Ask a platform admin to remove the others.`,
    );
  }
  const { phase } = user.status ?? {};
  if (user.spec.disabled || phase === 'Disabled' || phase === 'Locked') {
    const what = phase === 'Locked' ? 'locked' : 'disabled';
    refuse(
      `Butler’s User for ${email} is ${what}. Ask a platform admin to enable it.`,
    );
  }
  if (!isImpersonable(user.spec.email.trim())) {
    refuse(
      `Butler’s User for ${email} has an e-mail address that Kubernetes cannot work with. Ask a platform admin to correct it.`,
    );
  }
  return user;
}

function platformRoleOf({ spec }: User): PlatformRole | undefined {
  if (spec.isPlatformAdmin || spec.platformRole === 'admin') return 'admin';
  return spec.platformRole === 'viewer' ? 'viewer' : undefined;
}

type TeamGroup = NonNullable<
  NonNullable<Team['spec']['access']>['groups']
>[number];

// Whether the person is in a group of a Team. One that is bound to an identity provider takes only that
// provider's groups; one that is not takes any.
function membershipTest({ groups, providerGroups = [] }: Identity) {
  const named = providerGroups.map(({ provider, name }) => ({
    provider,
    name: groupBaseName(name),
  }));
  const any = new Set([
    ...groups.map(groupBaseName),
    ...named.map(({ name }) => name),
  ]);
  return ({ name, identityProvider }: TeamGroup): boolean => {
    if (!isTeamGroup(name)) return false;
    const base = groupBaseName(name);
    return identityProvider
      ? named.some(
          group => group.provider === identityProvider && group.name === base,
        )
      : any.has(base);
  };
}

function roleInTeam(
  team: Team,
  email: string,
  groups: { role?: TeamRole }[],
  platformRole: PlatformRole | undefined,
): TeamRole | undefined {
  const users = (team.spec.access?.users ?? []).filter(({ name }) =>
    sameEmail(name, email),
  );
  const given: TeamRole[] = [...users, ...groups].map(
    ({ role }) => role ?? 'viewer',
  );
  if (platformRole) given.push(platformRole);
  return given.reduce<TeamRole | undefined>(higherRole, undefined);
}

/**
 * Finds out who somebody is in Butler. Throws a NotAllowedError that says what to fix and who can,
 * when Butler does not know the person or has shut them out.
 *
 * @param teams - those that give access
 */
export function resolveCaller(
  identity: Identity,
  users: User[],
  teams: readonly Team[],
): Caller {
  const user = findUser(identity, users);
  const email = user.spec.email.trim();
  const platformRole = platformRoleOf(user);
  const memberships: TeamMembership[] = [];
  const groups = new Set<string>();
  const isIn = membershipTest(identity);
  for (const team of teams) {
    const matching = (team.spec.access?.groups ?? []).filter(isIn);
    const role = roleInTeam(team, email, matching, platformRole);
    matching.forEach(({ name }) => groups.add(name));
    if (role) {
      memberships.push({
        team: team.metadata.name,
        displayName: team.spec.displayName || team.metadata.name,
        namespace: namespaceOfTeam(team),
        role,
      });
    }
  }
  memberships.sort((one, other) => one.team.localeCompare(other.team));
  if (platformRole) groups.add(`butler:platform-${platformRole}s`);
  const principal: Principal = {
    email: email.toLowerCase(),
    platformRole,
    teams: memberships,
  };
  return {
    identity,
    principal,
    email,
    userName: user.metadata.name,
    me: {
      ...principal,
      teams: memberships,
      displayName: user.spec.displayName || email,
      sshKeyCount: user.spec.sshKeys?.length ?? 0,
    },
    impersonated: { user: email, groups: [...groups] },
  };
}
