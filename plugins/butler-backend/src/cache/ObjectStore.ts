import type { KubeObject } from '@butler-portal/plugin-butler-common';
import { ObjectIndex } from './ObjectIndex';
import type { Indexer } from './ObjectIndex';
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

/** The part of a store that one list+watch keeps: everything, or one namespace. */
export interface StoreScope<T> {
  /** How far the list and the watch have come. */
  readonly resourceVersion: string | undefined;
  /** Takes a complete list over; what is not in it has vanished in the meantime. */
  replace(objects: T[], resourceVersion: string): Change<T>[];
  /** Takes an event of the watch over. */
  apply(event: ObjectEvent<T>): Change<T>[];
  /** A bookmark: nothing has changed up to there. */
  advance(resourceVersion: string | undefined): void;
}

/** The namespace of what has none, and the scope of a list+watch across all of them. */
const NONE = '';

/**
 * The objects of one kind as the API server last told them. Every method says what it has changed,
 * so that nobody who listens loses a change or sees one twice.
 */
export class ObjectStore<T extends KubeObject> {
  readonly #namespaces = new Map<string, Map<string, T>>();
  /** Uids of objects that are known from the answer to a write and not yet from the watch. */
  readonly #ahead = new Set<string>();
  /** By scope. */
  readonly #resourceVersions = new Map<string, string>();
  readonly #indexes = new Map<string, ObjectIndex<T>>();
  #revision = 0;

  /** @param indexers - what objects are looked up by within their namespace, by name */
  constructor(indexers: Record<string, Indexer<T>> = {}) {
    for (const [name, indexer] of Object.entries(indexers)) {
      this.#indexes.set(name, new ObjectIndex(indexer));
    }
  }

  /** Grows with every change; what is derived from the objects holds as long as this stays. */
  get revision(): number {
    return this.#revision;
  }

  get(name: string, namespace: string = NONE): T | undefined {
    return this.#namespaces.get(namespace)?.get(name);
  }

  /** All objects, or those of one namespace. */
  list(namespace?: string): T[] {
    if (namespace !== undefined) {
      return [...(this.#namespaces.get(namespace)?.values() ?? [])];
    }
    return [...this.#namespaces.values()].flatMap(names => [...names.values()]);
  }

  /** The objects of a namespace that the indexer of that name gives the value. */
  listBy(index: string, namespace: string, value: string): T[] {
    const found = this.#indexes.get(index);
    if (!found) throw new Error(`There is no index “${index}”`);
    return found.list(namespace, value);
  }

  /** What a list+watch of one namespace, or of all, works on. */
  scope(namespace: string = NONE): StoreScope<T> {
    const versions = this.#resourceVersions;
    const advance = (version: string | undefined) => {
      if (version) versions.set(namespace, version);
    };
    return {
      get resourceVersion() {
        return versions.get(namespace);
      },
      replace: (objects, version) => {
        const known = this.list(namespace === NONE ? undefined : namespace);
        const changes = this.#replace(known, objects, version);
        advance(version);
        return changes;
      },
      apply: ({ type, object }) => {
        const changes =
          type === 'DELETED' ? this.#remove(object) : this.#take(object);
        advance(object.metadata.resourceVersion);
        return changes;
      },
      advance,
    };
  }

  /**
   * Takes the API server's answer to a write over, so that who wrote reads it at once. Only what is
   * newer than the watch: all that follows, a deletion too, is then still to come by the watch. What
   * is older has been told already and may since be gone.
   */
  fold(object: T): Change<T>[] {
    const { resourceVersion, uid, name, namespace = NONE } = object.metadata;
    const known = this.get(name, namespace)?.metadata.resourceVersion;
    const versions = this.#resourceVersions;
    const followed = versions.get(namespace) ?? versions.get(NONE);
    if (!uid || !isNewer(resourceVersion, followed)) return [];
    if (known && !isNewer(resourceVersion, known)) return [];
    this.#ahead.add(uid);
    return this.#set(object);
  }

  #replace(known: T[], objects: T[], resourceVersion: string): Change<T>[] {
    const changes: Change<T>[] = [];
    const listed = new Set(objects.map(({ metadata: { uid } }) => uid));
    for (const object of known) {
      const kept = listed.has(object.metadata.uid);
      if (!kept && !this.#isAhead(object, resourceVersion)) {
        changes.push(...this.#remove(object));
      }
    }
    for (const object of objects) changes.push(...this.#take(object));
    return changes;
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
    const { name, namespace = NONE, uid } = object.metadata;
    const before = this.get(name, namespace);
    const names = this.#namespaces.get(namespace) ?? new Map<string, T>();
    this.#namespaces.set(namespace, names.set(name, object));
    if (before) this.#unindex(before);
    for (const index of this.#indexes.values()) index.add(object);
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
    const { name, namespace = NONE, uid } = object.metadata;
    const before = this.get(name, namespace);
    // A namesake that was created since stays.
    if (!before || before.metadata.uid !== uid) return [];
    const names = this.#namespaces.get(namespace);
    names?.delete(name);
    if (names?.size === 0) this.#namespaces.delete(namespace);
    this.#unindex(before);
    this.#ahead.delete(uid ?? '');
    this.#revision += 1;
    return [{ type: 'delete', object: before }];
  }

  #unindex(object: T): void {
    for (const index of this.#indexes.values()) index.remove(object);
  }
}
