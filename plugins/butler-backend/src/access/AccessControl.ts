import type {
  AuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { emailKey } from '@butler-portal/plugin-butler-common';
import type { KubeObject, User } from '@butler-portal/plugin-butler-common';
import type { ButlerCache } from '../cache/ButlerCache';
import { resolveCaller } from './Caller';
import type { Caller, Identity } from './Caller';
import { derived } from './derived';
import { IdentityResolver } from './IdentityResolver';
import type { UserCredentials } from './IdentityResolver';
import { TeamDirectory } from './TeamDirectory';

function groupByEmail(users: User[]): Map<string, User[]> {
  const groups = new Map<string, User[]>();
  for (const user of users) {
    const key = emailKey(user.spec.email);
    groups.set(key, [...(groups.get(key) ?? []), user]);
  }
  return groups;
}

/** Says who is asking, after Butler's Teams and Users. */
export class AccessControl {
  readonly #identities: IdentityResolver;
  /** The Teams that give access at this moment. */
  readonly directory: () => TeamDirectory;
  readonly #usersByEmail: () => Map<string, User[]>;

  constructor(
    cache: ButlerCache,
    services: {
      auth: AuthService;
      userInfo: UserInfoService;
      catalog: CatalogService;
    },
  ) {
    const { auth, userInfo, catalog } = services;
    this.#identities = new IdentityResolver(auth, userInfo, catalog);
    this.directory = derived(
      cache.teams.store,
      store => new TeamDirectory(store.list()),
    );
    this.#usersByEmail = derived(cache.users.store, store =>
      groupByEmail(store.list()),
    );
  }

  /** Who has sent the credentials. Throws a NotAllowedError that says what to fix. */
  async callerOf(credentials: UserCredentials): Promise<Caller> {
    return this.callerFor(await this.#identities.resolve(credentials));
  }

  /** The same for somebody whose identity is known, after the Teams and Users of this moment. */
  callerFor(identity: Identity): Caller {
    const email = emailKey(identity.email ?? '');
    return resolveCaller(
      identity,
      this.#usersByEmail().get(email) ?? [],
      this.directory().teams,
    );
  }

  /** The Team that an object belongs to, by its namespace. */
  teamOf({ metadata }: KubeObject): string | undefined {
    return this.directory().teamOfNamespace(metadata.namespace);
  }
}
