import type { KubeObject } from '@butler-portal/plugin-butler-common';

/** What an object is found by within its namespace. */
export type Indexer<T> = (object: T) => string;

function placeOf(namespace: string | undefined, value: string): string {
  return `${namespace ?? ''}/${value}`;
}

/** Objects of a namespace by one value, as client-go's indexers keep them. */
export class ObjectIndex<T extends KubeObject> {
  readonly #places = new Map<string, Set<T>>();

  constructor(private readonly indexer: Indexer<T>) {}

  add(object: T): void {
    const place = this.#placeOf(object);
    const objects = this.#places.get(place) ?? new Set();
    this.#places.set(place, objects.add(object));
  }

  remove(object: T): void {
    const place = this.#placeOf(object);
    const objects = this.#places.get(place);
    objects?.delete(object);
    if (objects?.size === 0) this.#places.delete(place);
  }

  list(namespace: string, value: string): T[] {
    return [...(this.#places.get(placeOf(namespace, value)) ?? [])];
  }

  #placeOf(object: T): string {
    return placeOf(object.metadata.namespace, this.indexer(object));
  }
}
