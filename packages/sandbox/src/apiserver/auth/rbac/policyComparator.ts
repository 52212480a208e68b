import { isDeepStrictEqual } from 'node:util';
import { Attributes } from '../attributes';
import { PolicyRule } from './model';
import { ruleAllows } from './rules';

/** One verb on one thing, and the rule that says it. */
interface Permission {
  attributes: Attributes;
  rule: PolicyRule;
}

/** The single permissions of a rule (`BreakdownRule`). */
function permissionsOf(rule: PolicyRule): Permission[] {
  const { verbs, apiGroups = [], resources = [], resourceNames = [] } = rule;
  const names = resourceNames.length > 0 ? resourceNames : [undefined];
  const permissions: Permission[] = [];
  for (const verb of verbs) {
    for (const path of rule.nonResourceURLs ?? []) {
      permissions.push({
        attributes: { kind: 'path', verb, path },
        rule: { nonResourceURLs: [path], verbs: [verb] },
      });
    }
    for (const group of apiGroups) {
      for (const whole of resources) {
        const [resource, subresource] = whole.split('/', 2);
        for (const name of names) {
          permissions.push({
            attributes: {
              kind: 'resource',
              ...{ verb, group, resource, subresource, name },
            },
            rule: {
              apiGroups: [group],
              resources: [whole],
              ...(name !== undefined && { resourceNames: [name] }),
              verbs: [verb],
            },
          });
        }
      }
    }
  }
  return permissions;
}

/**
 * What `rules` allow beyond what the rules that somebody has do; verbs on the same are one rule again.
 * k8s.io/component-helpers, auth/rbac/validation/policy_comparator.go
 */
export function uncovered(
  own: PolicyRule[],
  rules: PolicyRule[],
): PolicyRule[] {
  const missing: PolicyRule[] = [];
  for (const { attributes, rule } of rules.flatMap(permissionsOf)) {
    if (own.some(held => ruleAllows(held, attributes))) continue;
    const { verbs, ...what } = rule;
    const same = missing.find(({ verbs: _, ...other }) =>
      isDeepStrictEqual(other, what),
    );
    if (same) same.verbs.push(...verbs);
    else missing.push(rule);
  }
  return missing;
}
