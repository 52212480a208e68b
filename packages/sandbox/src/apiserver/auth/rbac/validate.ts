import { isDeepStrictEqual } from 'node:util';
import {
  FieldError,
  invalid,
  invalidObject,
  notSupported,
  required,
} from '../../status/fieldErrors';
import { isObject, KubeObject } from '../../types';
import { subdomainProblem } from '../../validation/names';
import { Binding, PolicyRule, RBAC, RoleRef, rulesOf, Subject } from './model';

function ruleErrors(
  rule: PolicyRule,
  path: string,
  namespaced: boolean,
): FieldError[] {
  const errors: FieldError[] = [];
  const isEmpty = (list?: string[]) => !list || list.length === 0;
  if (isEmpty(rule.verbs)) {
    errors.push(
      required(`${path}.verbs`, 'verbs must contain at least one value'),
    );
  }
  const { nonResourceURLs } = rule;
  if (!isEmpty(nonResourceURLs)) {
    const refuse = (why: string) =>
      errors.push(invalid(`${path}.nonResourceURLs`, nonResourceURLs, why));
    if (namespaced) {
      refuse('namespaced rules cannot apply to non-resource URLs');
    }
    const lists = [rule.apiGroups, rule.resources, rule.resourceNames];
    if (!lists.every(isEmpty)) {
      refuse(
        'rules cannot apply to both regular resources and non-resource URLs',
      );
    }
    return errors;
  }
  if (isEmpty(rule.apiGroups)) {
    errors.push(
      required(
        `${path}.apiGroups`,
        'resource rules must supply at least one api group',
      ),
    );
  }
  if (isEmpty(rule.resources)) {
    errors.push(
      required(
        `${path}.resources`,
        'resource rules must supply at least one resource',
      ),
    );
  }
  return errors;
}

function aggregationErrors({ aggregationRule }: KubeObject): FieldError[] {
  if (!isObject(aggregationRule)) return [];
  const selectors = aggregationRule.clusterRoleSelectors;
  return Array.isArray(selectors) && selectors.length > 0
    ? []
    : [
        required(
          'aggregationRule.clusterRoleSelectors',
          'at least one clusterRoleSelector required if aggregationRule is non-nil',
        ),
      ];
}

/** Completes and checks a Role or ClusterRole (`pkg/apis/rbac/validation`). */
export function prepareRole(object: KubeObject): KubeObject {
  const namespaced = object.kind === 'Role';
  const errors = [
    ...rulesOf(object).flatMap((rule, index) =>
      ruleErrors(rule, `rules[${index}]`, namespaced),
    ),
    ...aggregationErrors(object),
  ];
  if (errors.length > 0) {
    throw invalidObject(
      { group: RBAC, kind: object.kind },
      object.metadata.name,
      errors,
    );
  }
  return { ...object, rules: object.rules ?? null };
}

function subjectErrors(
  subject: Subject,
  path: string,
  namespaced: boolean,
): FieldError[] {
  const { kind, name, apiGroup, namespace } = subject;
  const errors: FieldError[] = [];
  if (!name) errors.push(required(`${path}.name`));
  if (kind === 'ServiceAccount') {
    const problem = name ? subdomainProblem(name) : undefined;
    if (problem) errors.push(invalid(`${path}.name`, name, problem));
    if (apiGroup) {
      errors.push(notSupported(`${path}.apiGroup`, apiGroup, ['']));
    }
    if (!namespace && !namespaced) errors.push(required(`${path}.namespace`));
  } else if (kind === 'User' || kind === 'Group') {
    if (apiGroup !== RBAC) {
      errors.push(notSupported(`${path}.apiGroup`, apiGroup, [RBAC]));
    }
  } else {
    errors.push(
      notSupported(`${path}.kind`, kind ?? '', [
        'ServiceAccount',
        'User',
        'Group',
      ]),
    );
  }
  return errors;
}

function roleRefErrors(
  { apiGroup, kind, name }: RoleRef,
  namespaced: boolean,
): FieldError[] {
  const errors: FieldError[] = [];
  if (apiGroup !== RBAC) {
    errors.push(notSupported('roleRef.apiGroup', apiGroup, [RBAC]));
  }
  const kinds = namespaced ? ['Role', 'ClusterRole'] : ['ClusterRole'];
  if (!kinds.includes(kind)) {
    errors.push(notSupported('roleRef.kind', kind ?? '', kinds));
  }
  if (!name) errors.push(required('roleRef.name'));
  return errors;
}

function withDefaults(object: KubeObject): Binding {
  const { roleRef, subjects } = object as Partial<Binding>;
  const completed = subjects?.map(subject =>
    subject.kind === 'ServiceAccount' || subject.apiGroup
      ? subject
      : { ...subject, apiGroup: RBAC },
  );
  return {
    ...object,
    roleRef: { ...roleRef, apiGroup: roleRef?.apiGroup || RBAC } as RoleRef,
    ...(completed && { subjects: completed }),
  };
}

/** Completes and checks a RoleBinding or ClusterRoleBinding (`pkg/apis/rbac/validation`). */
export function prepareBinding(
  object: KubeObject,
  previous?: KubeObject,
): KubeObject {
  const binding = withDefaults(object);
  const namespaced = object.kind === 'RoleBinding';
  const errors = [
    ...roleRefErrors(binding.roleRef, namespaced),
    ...(binding.subjects ?? []).flatMap((subject, index) =>
      subjectErrors(subject, `subjects[${index}]`, namespaced),
    ),
  ];
  // Who may edit the subjects of a binding must not be able to make it one to a stronger role.
  if (previous && !isDeepStrictEqual(binding.roleRef, previous.roleRef)) {
    errors.push(invalid('roleRef', binding.roleRef, 'cannot change roleRef'));
  }
  if (errors.length > 0) {
    throw invalidObject(
      { group: RBAC, kind: object.kind },
      object.metadata.name,
      errors,
    );
  }
  return binding;
}
