import { KubeObject } from '../../types';

export const RBAC = 'rbac.authorization.k8s.io';

/** What a role allows: verbs on resources, or on paths. */
export interface PolicyRule {
  verbs: string[];
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
  nonResourceURLs?: string[];
}

/** The role that a binding gives. */
export interface RoleRef {
  apiGroup: string;
  kind: 'Role' | 'ClusterRole';
  name: string;
}

/** To whom a binding gives a role. */
export interface Subject {
  kind: 'User' | 'Group' | 'ServiceAccount';
  apiGroup?: string;
  name: string;
  namespace?: string;
}

/** A RoleBinding or ClusterRoleBinding. */
export interface Binding extends KubeObject {
  roleRef: RoleRef;
  subjects?: Subject[];
}

/** The rules of a Role or ClusterRole. */
export function rulesOf(role: KubeObject): PolicyRule[] {
  return (role.rules as PolicyRule[] | undefined) ?? [];
}
