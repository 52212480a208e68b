import { IncomingMessage } from 'node:http';
import { Store } from '../storage/store';
import { Attributes, attributesOf, forbidden } from './attributes';
import { Authenticator } from './authenticator';
import {
  assertUser,
  impersonatedUser,
  impersonationChecks,
  impersonationOf,
} from './impersonation';
import { authorize, Decision } from './rbac/authorize';
import { Policy } from './rbac/policy';
import { ServiceAccountTokens } from './serviceAccountTokens';
import { UserInfo } from './userInfo';

/** A request that was let in. */
export interface Admission {
  /** In whose name it comes. */
  user: UserInfo;
  attributes: Attributes;
}

/** Who may come in, and what for: authentication, impersonation and RBAC of one API server. */
export class AccessControl {
  readonly policy = new Policy();
  readonly tokens: ServiceAccountTokens;
  readonly authenticator: Authenticator;

  constructor(store: Store, adminToken: string, tokenKey: string) {
    this.tokens = new ServiceAccountTokens(store, tokenKey);
    this.authenticator = new Authenticator(adminToken, this.tokens);
    this.policy.follow(store);
  }

  decide(user: UserInfo, attributes: Attributes): Decision {
    return authorize(this.policy, user, attributes);
  }

  /**
   * Lets a request in, or not.
   *
   * @returns in whose name it comes, which is the impersonated user where one is asked for, and what it asks for
   * @throws ApiError 401 for wrong credentials, 400 for half an impersonation, 403 for what is not allowed
   */
  admit(request: IncomingMessage): Admission {
    const user = this.impersonate(
      request,
      this.authenticator.authenticate(request),
    );
    const { method = 'GET', url = '/' } = request;
    const attributes = attributesOf(method, url);
    this.assertAllowed(user, attributes);
    return { user, attributes };
  }

  private impersonate(request: IncomingMessage, user: UserInfo): UserInfo {
    const impersonation = impersonationOf(request);
    if (!impersonation) return user;
    assertUser(impersonation);
    impersonationChecks(impersonation).forEach(check =>
      this.assertAllowed(user, check),
    );
    return impersonatedUser(impersonation);
  }

  private assertAllowed(user: UserInfo, attributes: Attributes): void {
    const { allowed, reason } = this.decide(user, attributes);
    if (!allowed) throw forbidden(user, attributes, reason);
  }
}
