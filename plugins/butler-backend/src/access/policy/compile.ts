import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionTransformer,
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { PermissionResourceRef } from '@backstage/plugin-permission-node';
import {
  sshKeyResourceRef,
  templateResourceRef,
  workspaceResourceRef,
} from './resources';
import type {
  Predicate,
  SshKeyResource,
  TemplateResource,
  WorkspaceResource,
} from './resources';

/** Whatever a condition can be about. */
export type PolicyResource =
  | WorkspaceResource
  | TemplateResource
  | SshKeyResource;

// A rule of a type takes resources of that type, and `resourceType` says which those are.
const REFS = [
  workspaceResourceRef,
  templateResourceRef,
  sshKeyResourceRef,
] as unknown as PermissionResourceRef<
  PolicyResource,
  Predicate<PolicyResource>
>[];

function fold(
  criteria: PermissionCriteria<Predicate<PolicyResource>>,
): Predicate<PolicyResource> {
  if (isAndCriteria(criteria)) {
    const all = criteria.allOf.map(fold);
    return resource => all.every(holds => holds(resource));
  }
  if (isOrCriteria(criteria)) {
    const any = criteria.anyOf.map(fold);
    return resource => any.some(holds => holds(resource));
  }
  if (isNotCriteria(criteria)) {
    const holds = fold(criteria.not);
    return resource => !holds(resource);
  }
  return criteria;
}

/**
 * Makes a decision of the policy into a function, so that a list of many objects is filtered
 * without reading its conditions again for each. Throws when a rule or its parameters are unknown.
 */
export function compile(
  decision: PolicyDecision,
  resourceType: string,
  registry: PermissionsRegistryService,
): Predicate<PolicyResource> {
  if (decision.result !== AuthorizeResult.CONDITIONAL) {
    const allowed = decision.result === AuthorizeResult.ALLOW;
    return () => allowed;
  }
  const ref = REFS.find(each => each.resourceType === resourceType);
  if (!ref || decision.resourceType !== resourceType) {
    throw new Error(`conditions on “${decision.resourceType}”`);
  }
  // The registry has the rules that modules add, too.
  const ruleset = registry.getPermissionRuleset(ref);
  return fold(createConditionTransformer(ruleset)(decision.conditions));
}
