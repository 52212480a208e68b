import type {
  PermissionsService,
  PermissionsServiceRequestOptions,
} from '@backstage/backend-plugin-api';
import type {
  AuthorizePermissionRequest,
  QueryPermissionRequest,
} from '@backstage/plugin-permission-common';
import type { UserCredentials } from '../IdentityResolver';

const MAX_KNOWN = 10_000;

type Query = AuthorizePermissionRequest | QueryPermissionRequest;

/** Who asks what, or undefined for what is asked each time. */
function keyOf(
  queries: Query[],
  { credentials }: PermissionsServiceRequestOptions,
): string | undefined {
  const { userEntityRef } = (credentials as UserCredentials).principal;
  const names = queries.map(query => {
    const reads = query.permission.attributes.action === 'read';
    return reads && !('resourceRef' in query && query.resourceRef)
      ? query.permission.name
      : undefined;
  });
  if (!userEntityRef || names.includes(undefined)) return undefined;
  return JSON.stringify([userEntityRef, names]);
}

function remember<Q extends Query, D>(
  ask: (queries: Q[], options: PermissionsServiceRequestOptions) => Promise<D>,
  lifetimeMs: number,
): typeof ask {
  const known = new Map<string, { until: number; decisions: Promise<D> }>();
  return async (queries, options) => {
    const key = keyOf(queries, options);
    if (key === undefined) return ask(queries, options);
    const before = known.get(key);
    if (before && before.until > Date.now()) return before.decisions;
    if (known.size >= MAX_KNOWN) known.clear();
    const decisions = ask(queries, options);
    known.set(key, { until: Date.now() + lifetimeMs, decisions });
    try {
      return await decisions;
    } catch (error) {
      // Who did not answer may answer the next time.
      known.delete(key);
      throw error;
    }
  };
}

/**
 * Asks Backstage's policy about reading once in a few seconds a person: each question is an HTTP
 * request with signed tokens, several times the work of the list that it is about (ADR 0014). What
 * changes something is asked about each time.
 */
export function rememberDecisions(
  permissions: PermissionsService,
  lifetimeMs: number,
): PermissionsService {
  return {
    authorize: remember(
      (queries, options) => permissions.authorize(queries, options),
      lifetimeMs,
    ),
    authorizeConditional: remember(
      (queries, options) => permissions.authorizeConditional(queries, options),
      lifetimeMs,
    ),
  };
}
