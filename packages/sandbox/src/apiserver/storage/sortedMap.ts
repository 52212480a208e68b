/** A map that lists its values in the order of their keys, without sorting at each change. */
export class SortedMap<V> {
  private readonly values = new Map<string, V>();
  private readonly keys: string[] = [];
  private listed: V[] | undefined;

  get size(): number {
    return this.values.size;
  }

  get(key: string): V | undefined {
    return this.values.get(key);
  }

  set(key: string, value: V): void {
    this.listed = undefined;
    if (!this.values.has(key)) this.keys.splice(this.position(key), 0, key);
    this.values.set(key, value);
  }

  delete(key: string): void {
    this.listed = undefined;
    if (this.values.delete(key)) this.keys.splice(this.position(key), 1);
  }

  /** All values, by key. */
  list(): V[] {
    this.listed ??= this.keys.map(key => this.values.get(key) as V);
    return this.listed.slice();
  }

  /** Where a key is, or would be. */
  private position(key: string): number {
    let low = 0;
    let high = this.keys.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.keys[middle] < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
