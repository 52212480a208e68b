import { KubeObject, ObjectKey } from '../types';
import { Collection, StoreListener } from './collection';
import { Journal } from './journal';
import { StoreEvent } from './watchHistory';

/** A receiver of the changes of all resources. */
export type StoreObserver = (resource: string, event: StoreEvent) => void;

/** How many changes of a resource can be resumed from, at least. */
const DEFAULT_HISTORY = 10_000;

/**
 * Objects in memory under one rising version, like etcd's revision.
 *
 * Objects that went in or came out are never changed in place: every change puts a new object.
 */
export class Store {
  private current = 1;
  private readonly collections = new Map<string, Collection>();
  private readonly observers = new Set<StoreObserver>();

  /** With a journal the store begins with what that has, and every change is in the journal before anybody is told. */
  constructor(
    private readonly journal?: Journal,
    private readonly historySize = DEFAULT_HISTORY,
  ) {
    const restored = journal?.restore();
    if (!restored) return;
    this.current = Math.max(this.current, restored.revision);
    for (const { resource, objects, changed } of restored.resources) {
      const collection = new Collection(changed, historySize);
      collection.load(objects);
      this.collections.set(resource, collection);
    }
  }

  /** The version of the latest change. */
  get revision(): number {
    return this.current;
  }

  /** The objects of a resource; made at first use, with a history that begins now. */
  collection(resource: string): Collection {
    let collection = this.collections.get(resource);
    if (!collection) {
      // A version is spent, so that nobody can resume from before the resource was served.
      this.spend();
      collection = new Collection(this.current, this.historySize);
      this.collections.set(resource, collection);
    }
    return collection;
  }

  /** Forgets a resource that is not served any more. */
  drop(resource: string): void {
    this.collections.delete(resource);
  }

  get(resource: string, key: ObjectKey): KubeObject | undefined {
    return this.collection(resource).get(key);
  }

  /** Writes an object under a new version and returns it as stored. */
  put(resource: string, object: KubeObject): KubeObject {
    const collection = this.collection(resource);
    const previous = collection.get(object.metadata);
    const stored = this.stamp(object);
    this.journal?.write(resource, stored);
    this.tell(resource, {
      type: previous ? 'MODIFIED' : 'ADDED',
      revision: this.current,
      object: stored,
      previous,
    });
    return stored;
  }

  /** Removes an object; its deletion has a version of its own. */
  remove(resource: string, key: ObjectKey): KubeObject | undefined {
    const collection = this.collection(resource);
    const previous = collection.get(key);
    if (!previous) {
      return undefined;
    }
    const object = this.stamp(previous);
    this.journal?.erase(resource, key, this.current);
    this.tell(resource, {
      type: 'DELETED',
      revision: this.current,
      object,
      previous,
    });
    return object;
  }

  /** Listens to the changes of a resource until the returned function is called. */
  subscribe(resource: string, listener: StoreListener): () => void {
    return this.collection(resource).subscribe(listener);
  }

  /** Listens to the changes of all resources, also of those that come later, until the returned function is called. */
  observe(observer: StoreObserver): () => void {
    this.observers.add(observer);
    return () => this.observers.delete(observer);
  }

  private tell(resource: string, event: StoreEvent): void {
    this.collection(resource).apply(event);
    this.observers.forEach(observer => observer(resource, event));
  }

  /** Makes every version that anybody may know too old to resume from. */
  compact(): void {
    this.spend();
    for (const collection of this.collections.values()) {
      collection.history.compact(this.current);
    }
  }

  private spend(): void {
    this.current += 1;
    this.journal?.spend(this.current);
  }

  private stamp(object: KubeObject): KubeObject {
    this.current += 1;
    return {
      ...object,
      metadata: { ...object.metadata, resourceVersion: String(this.current) },
    };
  }
}
