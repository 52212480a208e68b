import { Attributes } from '../attributes';
import { MASTERS, UserInfo } from '../userInfo';
import { Binding, RBAC, Subject } from './model';
import { Grant, Policy } from './policy';
import { ruleAllows } from './rules';

/** Whether something is allowed, and why or why not. */
export interface Decision {
  allowed: boolean;
  /** Empty where Kubernetes says nothing. */
  reason: string;
}

function describeSubject({ kind, name, namespace }: Subject): string {
  return kind === 'ServiceAccount'
    ? `${kind} ${JSON.stringify(`${name}/${namespace}`)}`
    : `${kind} ${JSON.stringify(name)}`;
}

function describe({ binding, subject }: Grant): string {
  const { kind, metadata, roleRef } = binding;
  const name = metadata.namespace
    ? `${metadata.name}/${metadata.namespace}`
    : metadata.name;
  return `${kind} ${JSON.stringify(name)} of ${roleRef.kind} ${JSON.stringify(
    roleRef.name,
  )} to ${describeSubject(subject)}`;
}

function missingRole({ roleRef }: Binding): string {
  return `${roleRef.kind.toLowerCase()}.${RBAC} ${JSON.stringify(
    roleRef.name,
  )} not found`;
}

/** Decides by RBAC whether a user may do something; the reason is worded as `plugin/pkg/auth/authorizer/rbac` does. */
export function authorize(
  policy: Policy,
  user: UserInfo,
  attributes: Attributes,
): Decision {
  if (user.groups.includes(MASTERS)) return { allowed: true, reason: '' };
  const namespace =
    attributes.kind === 'resource' ? attributes.namespace : undefined;
  const missing: string[] = [];
  for (const grant of policy.grantsOf(user, namespace)) {
    if (!grant.rules) {
      missing.push(missingRole(grant.binding));
    } else if (grant.rules.some(rule => ruleAllows(rule, attributes))) {
      return { allowed: true, reason: `RBAC: allowed by ${describe(grant)}` };
    }
  }
  if (missing.length === 0) return { allowed: false, reason: '' };
  const list = missing.length === 1 ? missing[0] : `[${missing.join(', ')}]`;
  return { allowed: false, reason: `RBAC: ${list}` };
}
