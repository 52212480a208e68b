import type { KubeObject } from '@butler-portal/plugin-butler-common';
import { isNewer } from './resourceVersion';

/** What has happened to one object. */
export type Change<T> =
  | { type: 'upsert'; object: T; before?: T }
  | { type: 'delete'; object: T };

/** An event of a watch about an object. */
export interface ObjectEvent<T> {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: T;
}

const CLUSTER_SCOPE = '';

/**
 * The objects of one kind as the API server last told them. Every method says what it has changed,
 * so that nobody who listens loses a change or sees one twice.
 */
export class ObjectStore<T extends KubeObject> {
  readonly #namespaces = new Map<string, Map<string, T>>();
  /** Uids of objects that are known from the answer to a write and not yet from the watch. */
  readonly #ahead = new Set<string>();
  #revision = 0;
  #resourceVersion?: string;

  /** Grows with every change; what is derived from the objects holds as long as this stays. */
  get revision(): number {
    return this.#revision;
  }

  /** How far the list and the watch have come. */
  get resourceVersion(): string | undefined {
    return this.#resourceVersion;
  }

  get(name: string, namespace: string = CLUSTER_SCOPE): T | undefined {
    return this.#namespaces.get(namespace)?.get(name);
  }

  /** All objects, or those of one namespace. */
  list(namespace?: string): T[] {
    if (namespace !== undefined) {
      return [...(this.#namespaces.get(namespace)?.values() ?? [])];
    }
    return [...this.#namespaces.values()].flatMap(names => [...names.values()]);
  }

  /** Takes a complete list over; what is not in it has vanished in the meantime. */
  replace(objects: T[], resourceVersion: string): Change<T>[] {
    const changes: Change<T>[] = [];
    const listed = new Set(objects.map(({ metadata: { uid } }) => uid));
    for (const known of this.list()) {
      const kept = listed.has(known.metadata.uid);
      if (!kept && !this.#isAhead(known, resourceVersion)) {
        changes.push(...this.#remove(known));
      }
    }
    for (const object of objects) changes.push(...this.#take(object));
    this.#resourceVersion = resourceVersion;
    return changes;
  }

  /** Takes an event of the watch over. */
  apply({ type, object }: ObjectEvent<T>): Change<T>[] {
    const changes =
      type === 'DELETED' ? this.#remove(object) : this.#take(object);
    this.advance(object.metadata.resourceVersion);
    return changes;
  }

  /** A bookmark: nothing has changed up to there. */
  advance(resourceVersion: string | undefined): void {
    if (resourceVersion) this.#resourceVersion = resourceVersion;
  }

  /**
   * Takes the API server's answer to a write over, so that who wrote reads it at once. Only what is
   * newer than the watch: all that follows, a deletion too, is then still to come by the watch. What
   * is older has been told already and may since be gone.
   */
  fold(object: T): Change<T>[] {
    const { resourceVersion, uid, name, namespace } = object.metadata;
    const known = this.get(name, namespace)?.metadata.resourceVersion;
    if (!uid || !isNewer(resourceVersion, this.#resourceVersion)) return [];
    if (known && !isNewer(resourceVersion, known)) return [];
    this.#ahead.add(uid);
    return this.#set(object);
  }

  /** Whether a write has put the object ahead of that point of the list and watch. */
  #isAhead({ metadata }: T, resourceVersion: string | undefined): boolean {
    return (
      this.#ahead.has(metadata.uid ?? '') &&
      isNewer(metadata.resourceVersion, resourceVersion)
    );
  }

  #take(object: T): Change<T>[] {
    const { name, namespace, uid = '', resourceVersion } = object.metadata;
    const known = this.get(name, namespace);
    if (known && this.#isAhead(known, resourceVersion)) return [];
    this.#ahead.delete(uid);
    const same = known?.metadata.uid === uid;
    if (same && known?.metadata.resourceVersion === resourceVersion) return [];
    return this.#set(object);
  }

  #set(object: T): Change<T>[] {
    const { name, namespace = CLUSTER_SCOPE, uid } = object.metadata;
    const before = this.get(name, namespace);
    const names = this.#namespaces.get(namespace) ?? new Map<string, T>();
    this.#namespaces.set(namespace, names.set(name, object));
    this.#revision += 1;
    if (!before) return [{ type: 'upsert', object }];
    if (before.metadata.uid === uid) {
      return [{ type: 'upsert', object, before }];
    }
    this.#ahead.delete(before.metadata.uid ?? '');
    return [
      { type: 'delete', object: before },
      { type: 'upsert', object },
    ];
  }

  #remove(object: T): Change<T>[] {
    const { name, namespace = CLUSTER_SCOPE, uid } = object.metadata;
    const before = this.get(name, namespace);
    // A namesake that was created since stays.
    if (!before || before.metadata.uid !== uid) return [];
    const names = this.#namespaces.get(namespace);
    names?.delete(name);
    if (names?.size === 0) this.#namespaces.delete(namespace);
    this.#ahead.delete(uid ?? '');
    this.#revision += 1;
    return [{ type: 'delete', object: before }];
  }
}
