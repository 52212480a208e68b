import { Attributes, PathAttributes, ResourceAttributes } from '../attributes';
import { PolicyRule } from './model';

function has(list: string[] | undefined, value: string): boolean {
  return list !== undefined && (list.includes('*') || list.includes(value));
}

function allowsResource(
  rule: PolicyRule,
  { resource, subresource }: ResourceAttributes,
): boolean {
  if (!subresource) return has(rule.resources, resource);
  return (
    has(rule.resources, `${resource}/${subresource}`) ||
    has(rule.resources, `*/${subresource}`)
  );
}

function allowsName(rule: PolicyRule, name: string | undefined): boolean {
  return (
    !rule.resourceNames?.length ||
    (name !== undefined && rule.resourceNames.includes(name))
  );
}

function allowsPath(rule: PolicyRule, { path }: PathAttributes): boolean {
  return (rule.nonResourceURLs ?? []).some(
    url =>
      url === '*' ||
      url === path ||
      (url.endsWith('*') && path.startsWith(url.replace(/\*+$/, ''))),
  );
}

/** Whether a rule allows a request (`RuleAllows` of `kubernetes/plugin/pkg/auth/authorizer/rbac`). */
export function ruleAllows(rule: PolicyRule, attributes: Attributes): boolean {
  if (!has(rule.verbs, attributes.verb)) return false;
  return attributes.kind === 'path'
    ? allowsPath(rule, attributes)
    : has(rule.apiGroups, attributes.group) &&
        allowsResource(rule, attributes) &&
        allowsName(rule, attributes.name);
}
