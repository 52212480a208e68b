import { UserInfo } from '../userInfo';
import { PolicyRule } from './model';
import { Policy } from './policy';

/** Everything that a user may do in a namespace, as the status of a SelfSubjectRulesReview. */
export function rulesReview(policy: Policy, user: UserInfo, namespace: string) {
  const rules: PolicyRule[] = [];
  for (const grant of policy.grantsOf(user, namespace)) {
    rules.push(...(grant.rules ?? []));
  }
  return {
    resourceRules: rules
      .filter(({ resources }) => resources?.length)
      .map(({ verbs, apiGroups, resources, resourceNames }) => ({
        verbs,
        apiGroups,
        resources,
        ...(resourceNames && { resourceNames }),
      })),
    nonResourceRules: rules
      .filter(({ nonResourceURLs }) => nonResourceURLs?.length)
      .map(({ verbs, nonResourceURLs }) => ({ verbs, nonResourceURLs })),
    incomplete: false,
  };
}
