import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type {
  BackstageCredentials,
  PermissionsServiceRequestOptions,
} from '@backstage/backend-plugin-api';
import type {
  AuthorizePermissionResponse,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';

/** What a policy of a test says to a person, known by the entity's name. */
export type TestPolicy = (
  permission: Permission,
  name: string,
) => PolicyDecision | Promise<PolicyDecision>;

function nameIn(credentials: BackstageCredentials | undefined): string {
  const { userEntityRef = '' } = (credentials?.principal ?? {}) as {
    userEntityRef?: string;
  };
  return userEntityRef.replace(/^.*\//, '');
}

/** The permissions service over a policy that tests can write in a line. */
export function policyService(policy: TestPolicy) {
  const decide = async (
    requests: { permission: Permission }[],
    options?: PermissionsServiceRequestOptions,
  ) => {
    const credentials =
      options && 'credentials' in options ? options.credentials : undefined;
    return Promise.all(
      requests.map(({ permission }) => policy(permission, nameIn(credentials))),
    );
  };
  return createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: () => ({
      // Butler asks this way only for what takes no conditions.
      authorize: decide as (
        ...args: Parameters<typeof decide>
      ) => Promise<AuthorizePermissionResponse[]>,
      authorizeConditional: decide,
    }),
  });
}
