import { isDeepStrictEqual } from 'node:util';
import { ResourceDefinition } from '../../registry/resourceDefinition';
import { ApiError } from '../../status/apiError';
import { notFound, qualified } from '../../status/errors';
import { KubeObject } from '../../types';
import { MASTERS, UserInfo } from '../userInfo';
import { authorize } from './authorize';
import { Binding, PolicyRule, RBAC, rulesOf } from './model';
import { Policy } from './policy';
import { uncovered } from './policyComparator';

/** Everything, which whoever lets a role gather rules by labels must be allowed to already. */
const FULL_AUTHORITY: PolicyRule[] = [
  { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
  { verbs: ['*'], nonResourceURLs: ['*'] },
];

function quoted(texts: string[]): string {
  return `[${texts.map(text => JSON.stringify(text)).join(' ')}]`;
}

/** As Kubernetes writes a rule in a message (`PolicyRule.CompactString`). */
function compact(rule: PolicyRule): string {
  const parts: [string, string[] | undefined][] = [
    ['APIGroups', rule.apiGroups],
    ['Resources', rule.resources],
    ['NonResourceURLs', rule.nonResourceURLs],
    ['ResourceNames', rule.resourceNames],
    ['Verbs', rule.verbs],
  ];
  const said = parts.flatMap(([name, values]) =>
    values?.length ? [`${name}:${quoted(values)}`] : [],
  );
  return `{${said.join(', ')}}`;
}

/**
 * Keeps people from giving, by roles and bindings, more than they have themselves, unless they may `escalate` the role or
 * `bind` to it (`pkg/registry/rbac` and its `escalation_check.go`).
 */
export class EscalationCheck {
  constructor(private readonly policy: Policy) {}

  /**
   * @throws ApiError 403 that names what the user does not have; 404 for a binding to a role that is not there and that
   *   the user may not `bind` to unseen
   */
  assertNone(
    user: UserInfo,
    definition: ResourceDefinition,
    next: KubeObject,
    current: KubeObject | undefined,
  ): void {
    if (definition.group !== RBAC || user.groups.includes(MASTERS)) return;
    if (definition.kind.endsWith('Binding')) {
      this.checkBinding(user, definition, next as Binding, current as Binding);
    } else {
      this.checkRole(user, definition, next, current);
    }
  }

  private checkRole(
    user: UserInfo,
    definition: ResourceDefinition,
    next: KubeObject,
    current: KubeObject | undefined,
  ): void {
    const { name, namespace } = next.metadata;
    const same = (field: string) =>
      isDeepStrictEqual(next[field], current?.[field]);
    if (current && same('rules') && same('aggregationRule')) return;
    if (this.may(user, 'escalate', definition.plural, name, namespace)) return;
    this.assertHeld(user, definition, next, rulesOf(next));
    if (!next.aggregationRule && !current?.aggregationRule) return;
    if (this.missing(user, FULL_AUTHORITY, namespace).length > 0) {
      throw this.forbidden(
        definition,
        name,
        'must have cluster-admin privileges to use the aggregationRule',
      );
    }
  }

  private checkBinding(
    user: UserInfo,
    definition: ResourceDefinition,
    next: Binding,
    current: Binding | undefined,
  ): void {
    const { roleRef, metadata } = next;
    if (
      isDeepStrictEqual(roleRef, current?.roleRef) &&
      isDeepStrictEqual(next.subjects, current?.subjects)
    ) {
      return;
    }
    const plural = `${roleRef.kind.toLowerCase()}s`;
    const { namespace } = metadata;
    if (this.may(user, 'bind', plural, roleRef.name, namespace)) return;
    const rules = this.policy.rules(roleRef, namespace);
    if (!rules) throw notFound({ group: RBAC, plural }, roleRef.name);
    this.assertHeld(user, definition, next, rules);
  }

  private may(
    user: UserInfo,
    verb: 'escalate' | 'bind',
    resource: string,
    name: string,
    namespace: string | undefined,
  ): boolean {
    return authorize(this.policy, user, {
      kind: 'resource',
      group: RBAC,
      ...{ verb, resource, name, namespace },
    }).allowed;
  }

  /** What of the rules the user does not have. */
  private missing(
    user: UserInfo,
    rules: PolicyRule[],
    namespace: string | undefined,
  ): PolicyRule[] {
    const own = [...this.policy.grantsOf(user, namespace)].flatMap(
      grant => grant.rules ?? [],
    );
    return uncovered(own, rules);
  }

  private assertHeld(
    user: UserInfo,
    definition: ResourceDefinition,
    { metadata: { name, namespace } }: KubeObject,
    rules: PolicyRule[],
  ): void {
    const missing = this.missing(user, rules, namespace);
    if (missing.length === 0) return;
    throw this.forbidden(
      definition,
      name,
      `user ${JSON.stringify(user.username)} (groups=${quoted(
        user.groups,
      )}) is attempting to grant RBAC permissions not currently held:\n${missing
        .map(compact)
        .sort()
        .join('\n')}`,
    );
  }

  private forbidden(
    { group, plural }: ResourceDefinition,
    name: string,
    why: string,
  ): ApiError {
    const what = `${qualified({ group, plural })} ${JSON.stringify(name)}`;
    return new ApiError(403, 'Forbidden', `${what} is forbidden: ${why}`, {
      name,
      group,
      kind: plural,
    });
  }
}
