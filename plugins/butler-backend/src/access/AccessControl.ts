import type {
  AuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import type { ButlerCache } from '../cache/ButlerCache';
import { resolveCaller } from './Caller';
import type { Caller, Identity } from './Caller';
import { derived } from './derived';
import { IdentityResolver } from './IdentityResolver';
import type { UserCredentials } from './IdentityResolver';
import { TeamDirectory } from './TeamDirectory';

/** Says who is asking, after Butler's Teams and Users and Backstage's policy. */
export class AccessControl {
  readonly #identities: IdentityResolver;
  readonly #directory: () => TeamDirectory;
  readonly #permissions: PermissionsService;

  constructor(
    private readonly cache: ButlerCache,
    services: {
      auth: AuthService;
      userInfo: UserInfoService;
      catalog: CatalogService;
      permissions: PermissionsService;
    },
  ) {
    const { auth, userInfo, catalog, permissions } = services;
    this.#identities = new IdentityResolver(auth, userInfo, catalog);
    this.#permissions = permissions;
    this.#directory = derived(
      cache.teams.store,
      store => new TeamDirectory(store.list()),
    );
  }

  /** Who has sent the credentials. Throws a NotAllowedError that says what to fix. */
  async callerOf(credentials: UserCredentials): Promise<Caller> {
    return this.callerFor(await this.#identities.resolve(credentials));
  }

  /** The same for somebody whose identity is known, after the Teams and Users of this moment. */
  callerFor(identity: Identity): Caller {
    return resolveCaller(
      identity,
      this.cache.users.store.list(),
      this.#directory().teams,
    );
  }

  /** Throws unless Backstage's policy agrees; it can only narrow what Butler's rules allow. */
  async assertPolicyAllows(
    permission: BasicPermission,
    credentials: UserCredentials,
  ): Promise<void> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision?.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `The permission policy of this Portal does not let you do this (${permission.name}). Ask whoever runs the Portal.`,
      );
    }
  }

  /** The Team that a workspace belongs to; nobody sees one that belongs to none. */
  teamOf(workspace: Workspace): string | undefined {
    return this.#directory().teamOfNamespace(workspace.metadata.namespace);
  }
}
