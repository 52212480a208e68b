import { IncomingMessage } from 'node:http';
import { badRequest } from '../status/errors';
import { ResourceAttributes } from './attributes';
import {
  ANONYMOUS,
  AUTHENTICATED,
  parseServiceAccountUsername,
  serviceAccountGroups,
  UNAUTHENTICATED,
  UserInfo,
} from './userInfo';

const EXTRA = 'impersonate-extra-';
const AUTHENTICATION = 'authentication.k8s.io';

/** The impersonation headers of a request. */
export interface Impersonation {
  username: string;
  groups: string[];
  uid?: string;
  extra: Record<string, string[]>;
}

function decodeKey(key: string): string {
  try {
    return decodeURIComponent(key).toLowerCase();
  } catch {
    // As in `unescapeExtraKey`: what is no percent-encoding is taken as it is.
    return key.toLowerCase();
  }
}

/** Reads the impersonation headers; undefined when there are none. Groups come as repeated headers. */
export function impersonationOf(
  request: IncomingMessage,
): Impersonation | undefined {
  const { headersDistinct } = request;
  const extra: Record<string, string[]> = {};
  for (const [header, values] of Object.entries(headersDistinct)) {
    if (header.startsWith(EXTRA) && values) {
      extra[decodeKey(header.slice(EXTRA.length))] = values;
    }
  }
  const username = headersDistinct['impersonate-user']?.[0] ?? '';
  const groups = headersDistinct['impersonate-group'] ?? [];
  const uid = headersDistinct['impersonate-uid']?.[0];
  const asked =
    username || groups.length > 0 || uid || Object.keys(extra).length > 0;
  return asked ? { username, groups, ...(uid && { uid }), extra } : undefined;
}

/** The 400 for groups and the like without a user, in Kubernetes' words. */
export function assertUser({ username, groups, uid }: Impersonation): void {
  if (username) return;
  const list = groups.map(group => JSON.stringify(group)).join(', ');
  throw badRequest(
    `requested &user.DefaultInfo{Name:"", UID:${JSON.stringify(
      uid ?? '',
    )}, Groups:[]string{${list}}, Extra:map[string][]string(nil)} without impersonating a user name`,
  );
}

/** What an impersonator must be allowed to (`WithImpersonation` of `k8s.io/apiserver/pkg/endpoints/filters`). */
export function impersonationChecks({
  username,
  groups,
  uid,
  extra,
}: Impersonation): ResourceAttributes[] {
  const check = (
    group: string,
    resource: string,
    name: string,
    more: Partial<ResourceAttributes> = {},
  ): ResourceAttributes => ({
    kind: 'resource',
    verb: 'impersonate',
    group,
    resource,
    name,
    ...more,
  });
  const account = parseServiceAccountUsername(username);
  return [
    account
      ? check('', 'serviceaccounts', account.name, {
          namespace: account.namespace,
        })
      : check('', 'users', username),
    ...groups.map(group => check('', 'groups', group)),
    ...Object.entries(extra).flatMap(([subresource, values]) =>
      values.map(value =>
        check(AUTHENTICATION, 'userextras', value, { subresource }),
      ),
    ),
    ...(uid ? [check(AUTHENTICATION, 'uids', uid)] : []),
  ];
}

/** Who the request counts as, once the impersonator was allowed to be it. */
export function impersonatedUser({
  username,
  groups,
  uid,
  extra,
}: Impersonation): UserInfo {
  const account = parseServiceAccountUsername(username);
  const all =
    groups.length === 0 && account
      ? serviceAccountGroups(account.namespace)
      : [...groups];
  if (username === ANONYMOUS) {
    if (!all.includes(UNAUTHENTICATED)) all.push(UNAUTHENTICATED);
  } else if (!all.includes(AUTHENTICATED) && !all.includes(UNAUTHENTICATED)) {
    all.push(AUTHENTICATED);
  }
  return {
    username,
    groups: all,
    ...(uid && { uid }),
    ...(Object.keys(extra).length > 0 && { extra }),
  };
}
