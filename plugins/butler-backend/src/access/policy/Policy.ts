import type {
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import type {
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  sshKeyReadPermission,
  templateReadPermission,
  workspaceReadPermission,
} from '@butler-portal/plugin-butler-common';
import type { Action } from '@butler-portal/plugin-butler-common';
import { TryAgainLaterError } from '../../errors';
import type { UserCredentials } from '../IdentityResolver';
import { PERMISSIONS } from './actionPermissions';
import { compile } from './compile';
import type { PolicyResource } from './compile';
import type { Predicate } from './resources';

/** What Backstage's policy says to one caller about one action. */
export interface PolicyView {
  /** Whether the caller may know of the object. */
  sees: Predicate<PolicyResource>;
  /** Whether the caller may take the action on the object. */
  allows: Predicate<PolicyResource>;
  /** The same for the same answers of the policy. */
  key: string;
}

/** What there is to see and do where no policy says anything. */
export const UNRESTRICTED: PolicyView = {
  sees: () => true,
  allows: () => true,
  key: '',
};

const READ: Record<string, ResourcePermission> = Object.fromEntries(
  [workspaceReadPermission, templateReadPermission, sshKeyReadPermission].map(
    permission => [permission.resourceType, permission],
  ),
);
const RETRY_SECONDS = 5;

/** Refuses in the name of the policy. */
export function refuseByPolicy(action: Action): never {
  throw new NotAllowedError(
    `The permission policy of this Portal does not let you do this (${PERMISSIONS[action]?.name}). Ask whoever runs the Portal.`,
  );
}

/** Refuses in the name of the policy what an object is by now, or what a change would make of it. */
export function refuseContentByPolicy(action: Action): never {
  throw new NotAllowedError(
    `The permission policy of this Portal leaves no object like this to you (${PERMISSIONS[action]?.name}). If you have changed what it looks at, such as the category, take that back. Otherwise ask whoever runs the Portal.`,
  );
}

/** Asks Backstage's policy, which can only narrow what Butler's rules allow. */
export class Policy {
  constructor(
    private readonly permissions: PermissionsService,
    private readonly registry: PermissionsRegistryService,
    private readonly logger: LoggerService,
  ) {}

  /**
   * What the policy says to the caller about the action: one question a request, however many
   * objects that is about. Throws a NotAllowedError where it allows it on no object.
   */
  async viewFor(
    action: Action,
    credentials: UserCredentials,
  ): Promise<PolicyView> {
    const permission = PERMISSIONS[action];
    if (!permission) return UNRESTRICTED;
    if (!isResourcePermission(permission)) {
      const [{ result }] = await this.#ask(() =>
        this.permissions.authorize([{ permission }], { credentials }),
      );
      if (result !== AuthorizeResult.ALLOW) refuseByPolicy(action);
      return UNRESTRICTED;
    }
    const asked = [...new Set([READ[permission.resourceType], permission])];
    const decisions = await this.#ask(() =>
      this.permissions.authorizeConditional(
        asked.map(each => ({ permission: each })),
        { credentials },
      ),
    );
    if (decisions.some(({ result }) => result === AuthorizeResult.DENY)) {
      refuseByPolicy(action);
    }
    const predicates = decisions.map(each => this.#compile(each, permission));
    return {
      sees: predicates[0],
      allows: predicates[predicates.length - 1],
      key: JSON.stringify(decisions.map(keyOf)),
    };
  }

  #compile(
    decision: PolicyDecision,
    { resourceType }: ResourcePermission,
  ): Predicate<PolicyResource> {
    try {
      return compile(decision, resourceType, this.registry);
    } catch (error) {
      // A condition that nobody understands allows nothing; whoever wrote it has to hear of it.
      this.logger.error(
        `The permission policy's conditions on ${resourceType} cannot be applied: ${error}`,
      );
      return () => false;
    }
  }

  async #ask<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      // Without an answer there is no yes.
      this.logger.warn(`The permission policy did not answer: ${error}`);
      throw new TryAgainLaterError(
        'The permission policy of this Portal does not answer. Try again in a moment; if this stays, ask whoever runs the Portal.',
        RETRY_SECONDS,
      );
    }
  }
}

function keyOf(decision: PolicyDecision): unknown {
  return decision.result === AuthorizeResult.CONDITIONAL
    ? decision.conditions
    : decision.result;
}
