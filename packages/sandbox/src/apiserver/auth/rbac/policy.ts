import { resourceId } from '../../registry/resourceDefinition';
import { Store } from '../../storage/store';
import { KubeObject } from '../../types';
import { serviceAccountUsername, UserInfo } from '../userInfo';
import { Binding, PolicyRule, RBAC, RoleRef, rulesOf, Subject } from './model';

/** A role that somebody has, and by which binding. */
export interface Grant {
  binding: Binding;
  subject: Subject;
  /** Undefined when the role is not there. */
  rules: PolicyRule[] | undefined;
}

const ROLES = ['roles', 'clusterroles'];
const BINDINGS = ['rolebindings', 'clusterrolebindings'];

function roleKey(
  { kind, name }: Pick<RoleRef, 'kind' | 'name'>,
  namespace = '',
): string {
  return kind === 'ClusterRole' ? name : `${namespace}/${name}`;
}

/** What a subject is looked up by; a service account is the user that it authenticates as. */
function subjectKey(subject: Subject, namespace: string): string {
  return subject.kind === 'ServiceAccount'
    ? `User ${serviceAccountUsername(
        subject.namespace ?? namespace,
        subject.name,
      )}`
    : `${subject.kind} ${subject.name}`;
}

interface Entry {
  binding: Binding;
  subject: Subject;
}

/**
 * The roles and bindings of a cluster, indexed by who is bound: what a request may cost must not depend on how many
 * teams there are.
 */
export class Policy {
  private readonly roles = new Map<string, PolicyRule[]>();
  /** By namespace ('' for the cluster), then by subject, then by binding. */
  private readonly bindings = new Map<
    string,
    Map<string, Map<string, Entry>>
  >();

  /** Takes the policy from a store and keeps it up to date. */
  follow(store: Store): void {
    for (const plural of [...ROLES, ...BINDINGS]) {
      const id = resourceId({ group: RBAC, plural });
      store.subscribe(id, ({ type, object, previous }) => {
        if (previous) this.remove(previous);
        if (type !== 'DELETED') this.add(object);
      });
      store
        .collection(id)
        .list()
        .forEach(object => this.add(object));
    }
  }

  /** Adds a role or a binding. */
  add(object: KubeObject): void {
    const { name, namespace = '' } = object.metadata;
    if (object.kind === 'Role' || object.kind === 'ClusterRole') {
      const key = roleKey({ kind: object.kind, name }, namespace);
      this.roles.set(key, rulesOf(object));
      return;
    }
    const binding = object as Binding;
    for (const subject of binding.subjects ?? []) {
      this.entriesOf(namespace, subjectKey(subject, namespace)).set(name, {
        binding,
        subject,
      });
    }
  }

  /** Takes a role or a binding away. */
  remove(object: KubeObject): void {
    const { name, namespace = '' } = object.metadata;
    if (object.kind === 'Role' || object.kind === 'ClusterRole') {
      this.roles.delete(roleKey({ kind: object.kind, name }, namespace));
      return;
    }
    const inNamespace = this.bindings.get(namespace);
    for (const subject of (object as Binding).subjects ?? []) {
      const key = subjectKey(subject, namespace);
      const entries = inNamespace?.get(key);
      entries?.delete(name);
      if (entries?.size === 0) inNamespace?.delete(key);
    }
    if (inNamespace?.size === 0) this.bindings.delete(namespace);
  }

  /** The rules of a role, as seen from a namespace; undefined when it is not there. */
  rules(ref: Pick<RoleRef, 'kind' | 'name'>, namespace?: string) {
    return this.roles.get(roleKey(ref, namespace));
  }

  /** The roles that a user has: those of the cluster, then those of the namespace. */
  *grantsOf(user: UserInfo, namespace?: string): Generator<Grant> {
    const keys = [
      `User ${user.username}`,
      ...user.groups.map(group => `Group ${group}`),
    ];
    for (const scope of namespace ? ['', namespace] : ['']) {
      const inScope = this.bindings.get(scope);
      if (!inScope) continue;
      for (const key of keys) {
        for (const entry of inScope.get(key)?.values() ?? []) {
          yield { ...entry, rules: this.rules(entry.binding.roleRef, scope) };
        }
      }
    }
  }

  private entriesOf(namespace: string, subject: string): Map<string, Entry> {
    let inNamespace = this.bindings.get(namespace);
    if (!inNamespace) {
      inNamespace = new Map();
      this.bindings.set(namespace, inNamespace);
    }
    let entries = inNamespace.get(subject);
    if (!entries) {
      entries = new Map();
      inNamespace.set(subject, entries);
    }
    return entries;
  }
}
