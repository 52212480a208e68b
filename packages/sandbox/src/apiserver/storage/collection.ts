import { KubeObject, ObjectKey } from '../types';
import { StoreEvent, WatchHistory } from './watchHistory';

/** A receiver of changes, called in the order of their versions. */
export type StoreListener = (event: StoreEvent) => void;

/** The key under which an object is kept: sorts by namespace, then name, as in etcd. */
export function storageKey({ namespace, name }: ObjectKey): string {
  return `${namespace ?? ''}/${name}`;
}

function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The objects of one resource, with the recent changes and those who listen to them. */
export class Collection {
  private readonly objects = new Map<string, KubeObject>();
  private readonly listeners = new Set<StoreListener>();
  private sortedKeys: string[] | undefined;
  readonly history: WatchHistory;

  constructor(since: number, historySize: number) {
    this.history = new WatchHistory(since, historySize);
  }

  get(key: ObjectKey): KubeObject | undefined {
    return this.objects.get(storageKey(key));
  }

  get size(): number {
    return this.objects.size;
  }

  /** All objects, by namespace and name. */
  list(namespace?: string): KubeObject[] {
    this.sortedKeys ??= [...this.objects.keys()].sort(compareKeys);
    const found: KubeObject[] = [];
    for (const key of this.sortedKeys) {
      const object = this.objects.get(key);
      if (object && (!namespace || object.metadata.namespace === namespace)) {
        found.push(object);
      }
    }
    return found;
  }

  /** All objects as they were at a version, or undefined when that is forgotten. */
  listAt(revision: number, namespace?: string): KubeObject[] | undefined {
    const later = this.history.since(revision);
    if (!later) {
      return undefined;
    }
    if (later.length === 0) {
      return this.list(namespace);
    }
    const state = new Map(this.objects);
    for (const event of later.reverse()) {
      const key = storageKey(event.object.metadata);
      if (event.previous) {
        state.set(key, event.previous);
      } else {
        state.delete(key);
      }
    }
    return [...state.entries()]
      .sort(([a], [b]) => compareKeys(a, b))
      .map(([, object]) => object)
      .filter(o => !namespace || o.metadata.namespace === namespace);
  }

  /** Records a change and tells the listeners. */
  apply(event: StoreEvent): void {
    const key = storageKey(event.object.metadata);
    if (event.type === 'DELETED') {
      this.objects.delete(key);
      this.sortedKeys = undefined;
    } else {
      if (!this.objects.has(key)) {
        this.sortedKeys = undefined;
      }
      this.objects.set(key, event.object);
    }
    this.history.add(event);
    for (const listener of [...this.listeners]) {
      listener(event);
    }
  }

  /** Calls back on every change until the returned function is called. */
  subscribe(listener: StoreListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
