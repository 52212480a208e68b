/** Who a request comes from, as in `authentication.k8s.io/v1`. */
export interface UserInfo {
  username: string;
  uid?: string;
  groups: string[];
  extra?: Record<string, string[]>;
}

export const ANONYMOUS = 'system:anonymous';
export const AUTHENTICATED = 'system:authenticated';
export const UNAUTHENTICATED = 'system:unauthenticated';
/** The group that no rule can hold back. */
export const MASTERS = 'system:masters';

const SERVICE_ACCOUNT = 'system:serviceaccount:';

/** The user name of a service account. */
export function serviceAccountUsername(
  namespace: string,
  name: string,
): string {
  return `${SERVICE_ACCOUNT}${namespace}:${name}`;
}

/** The service account behind a user name, or undefined when it is nobody's. */
export function parseServiceAccountUsername(
  username: string,
): { namespace: string; name: string } | undefined {
  if (!username.startsWith(SERVICE_ACCOUNT)) return undefined;
  const [namespace, name, ...more] = username
    .slice(SERVICE_ACCOUNT.length)
    .split(':');
  return namespace && name && more.length === 0
    ? { namespace, name }
    : undefined;
}

/** The groups that every service account of a namespace is in. */
export function serviceAccountGroups(namespace: string): string[] {
  return ['system:serviceaccounts', `system:serviceaccounts:${namespace}`];
}
