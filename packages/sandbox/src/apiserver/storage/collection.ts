import { KubeObject, ObjectKey } from '../types';
import { ObjectIndex } from './objectIndex';
import { SortedMap } from './sortedMap';
import { StoreEvent, WatchHistory } from './watchHistory';

/** A receiver of changes, called in the order of their versions. */
export type StoreListener = (event: StoreEvent) => void;

/** The key under which an object is kept: sorts by namespace, then name, as in etcd. */
export function storageKey({ namespace, name }: ObjectKey): string {
  return `${namespace ?? ''}/${name}`;
}

/** The objects of one resource, with the recent changes and those who listen to them. */
export class Collection {
  private readonly objects = new ObjectIndex();
  private readonly listeners = new Set<StoreListener>();
  readonly history: WatchHistory;

  constructor(since: number, historySize: number) {
    this.history = new WatchHistory(since, historySize);
  }

  get(key: ObjectKey): KubeObject | undefined {
    return this.objects.get(key);
  }

  get size(): number {
    return this.objects.size;
  }

  /** All objects, by namespace and name. */
  list(namespace?: string): KubeObject[] {
    return this.objects.list(namespace);
  }

  /** All objects as they were at a version, or undefined when that is forgotten. */
  listAt(revision: number, namespace?: string): KubeObject[] | undefined {
    const later = this.history
      .since(revision)
      ?.filter(
        ({ object }) => !namespace || object.metadata.namespace === namespace,
      );
    if (!later || later.length === 0) {
      return later && this.list(namespace);
    }
    const then = new SortedMap<KubeObject>();
    this.list(namespace).forEach(o => then.set(storageKey(o.metadata), o));
    for (const event of later.reverse()) {
      const key = storageKey(event.object.metadata);
      if (event.previous) then.set(key, event.previous);
      else then.delete(key);
    }
    return then.list();
  }

  /** Takes in what was there before, without telling anybody. */
  load(objects: KubeObject[]): void {
    objects.forEach(object => this.objects.set(object));
  }

  /** Records a change and tells the listeners. */
  apply(event: StoreEvent): void {
    if (event.type === 'DELETED') this.objects.delete(event.object.metadata);
    else this.objects.set(event.object);
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
