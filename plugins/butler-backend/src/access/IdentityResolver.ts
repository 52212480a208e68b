import type {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, RELATION_MEMBER_OF } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Identity } from './Caller';
import { readProviderGroups } from './providerGroups';

/** Credentials of a person who is signed in. */
export type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

// A page makes a handful of requests at once; a change in the catalog, which itself lags behind its
// sources by minutes, is seen after this.
const LIFETIME_MS = 30_000;
const MAX_KNOWN = 10_000;

function emailOf(entity: Entity | undefined): string | undefined {
  const profile = entity?.spec?.profile;
  if (!profile || typeof profile !== 'object' || Array.isArray(profile)) {
    return undefined;
  }
  const { email } = profile;
  return typeof email === 'string' && email.trim() ? email.trim() : undefined;
}

function groupsOf(entity: Entity | undefined): string[] {
  return (entity?.relations ?? [])
    .filter(({ type }) => type === RELATION_MEMBER_OF)
    .map(({ targetRef }) => parseEntityRef(targetRef))
    .filter(({ kind }) => kind.toLowerCase() === 'group')
    .map(({ name }) => name);
}

/** Finds who somebody is in the catalog. */
export class IdentityResolver {
  readonly #known = new Map<
    string,
    { until: number; found: Promise<Identity> }
  >();

  constructor(
    private readonly auth: AuthService,
    private readonly userInfo: UserInfoService,
    private readonly catalog: CatalogService,
  ) {}

  async resolve(credentials: UserCredentials): Promise<Identity> {
    const { userEntityRef } = credentials.principal;
    const known = this.#known.get(userEntityRef);
    if (known && known.until > Date.now()) return known.found;
    const found = this.#find(credentials);
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(userEntityRef, { until: Date.now() + LIFETIME_MS, found });
    try {
      return await found;
    } catch (error) {
      // A catalog that fails now may answer the next request.
      this.#known.delete(userEntityRef);
      throw error;
    }
  }

  async #find(credentials: UserCredentials): Promise<Identity> {
    const { userEntityRef, ownershipEntityRefs } =
      await this.userInfo.getUserInfo(credentials);
    // With the Portal's own credentials: what somebody may see of the catalog does not decide who
    // they are.
    const entity = await this.catalog.getEntityByRef(userEntityRef, {
      credentials: await this.auth.getOwnServiceCredentials(),
    });
    return {
      userEntityRef,
      email: emailOf(entity),
      // Of the catalog only what it says now; the sign-in's copy of it may be hours old.
      groups: groupsOf(entity),
      providerGroups: readProviderGroups(ownershipEntityRefs),
    };
  }
}
