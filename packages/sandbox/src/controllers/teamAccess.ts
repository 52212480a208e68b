import { isDeepStrictEqual } from 'node:util';
import { Objects } from '../apiserver/objects';
import {
  isObject,
  JsonObject,
  JsonValue,
  KubeObject,
} from '../apiserver/types';
import { BUTLER } from '../names';

const RBAC = 'rbac.authorization.k8s.io';

/** The RoleBindings of a team namespace (contract, section 4). */
const BINDINGS = [
  {
    name: 'butler-team-admins',
    clusterRole: 'cluster-admin',
    isFor: (role: JsonValue | undefined) => role === 'admin',
  },
  {
    name: 'butler-team-members',
    clusterRole: 'edit',
    isFor: (role: JsonValue | undefined) => role !== 'admin',
  },
];

function membersOf(team: KubeObject, list: 'users' | 'groups'): JsonObject[] {
  const access = team.spec?.access;
  const members = isObject(access) ? access[list] : undefined;
  return Array.isArray(members) ? members.filter(isObject) : [];
}

function subjectsOf(
  team: KubeObject,
  isFor: (role: JsonValue | undefined) => boolean,
): JsonObject[] {
  const subjects = (kind: string, members: JsonObject[]) => [
    ...new Map(
      members
        .filter(({ role }) => isFor(role))
        .map(({ name }) => [name, { apiGroup: RBAC, kind, name }]),
    ).values(),
  ];
  return [
    ...subjects('User', membersOf(team, 'users')),
    ...subjects('Group', membersOf(team, 'groups')),
  ];
}

/** The labels of what belongs to a team. */
export function teamLabels(team: string): Record<string, string> {
  return {
    [`${BUTLER}/team`]: team,
    'app.kubernetes.io/managed-by': 'butler',
  };
}

/** Binds those whom a Team names to their ClusterRoles in the team namespace, and nobody else any more. */
export function bindTeam(objects: Objects, team: KubeObject): void {
  const namespace = team.metadata.name;
  for (const { name, clusterRole, isFor } of BINDINGS) {
    const key = { namespace, name };
    const subjects = subjectsOf(team, isFor);
    const found = objects.get('rolebindings', key);
    if (subjects.length === 0) {
      if (found) objects.delete('rolebindings', key);
    } else if (!found) {
      objects.create('rolebindings', {
        apiVersion: `${RBAC}/v1`,
        kind: 'RoleBinding',
        metadata: { ...key, labels: teamLabels(namespace) },
        roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: clusterRole },
        subjects,
      });
    } else if (!isDeepStrictEqual(found.subjects, subjects)) {
      objects.patch('rolebindings', key, { subjects });
    }
  }
}

/** Takes the rights in a team namespace away from everybody whom the Team had named. */
export function unbindTeam(objects: Objects, name: string): void {
  for (const binding of BINDINGS) {
    const key = { namespace: name, name: binding.name };
    if (objects.get('rolebindings', key)) objects.delete('rolebindings', key);
  }
}
