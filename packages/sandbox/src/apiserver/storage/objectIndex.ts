import { KubeObject, ObjectKey } from '../types';
import { SortedMap } from './sortedMap';

/** Objects by namespace and name: what is in one namespace is found without a look at the others. */
export class ObjectIndex {
  private readonly namespaces = new SortedMap<SortedMap<KubeObject>>();

  get(key: ObjectKey): KubeObject | undefined {
    return this.namespaces.get(`${key.namespace ?? ''}/`)?.get(key.name);
  }

  set(object: KubeObject): void {
    // With the slash, so that namespaces sort as they do in etcd's keys: "a-b/…" comes before "a/…".
    const prefix = `${object.metadata.namespace ?? ''}/`;
    let inNamespace = this.namespaces.get(prefix);
    if (!inNamespace) {
      inNamespace = new SortedMap();
      this.namespaces.set(prefix, inNamespace);
    }
    inNamespace.set(object.metadata.name, object);
  }

  delete({ namespace, name }: ObjectKey): void {
    const prefix = `${namespace ?? ''}/`;
    const inNamespace = this.namespaces.get(prefix);
    inNamespace?.delete(name);
    if (inNamespace?.size === 0) this.namespaces.delete(prefix);
  }

  get size(): number {
    return this.namespaces.list().reduce((sum, { size }) => sum + size, 0);
  }

  /** All objects, or those of a namespace, by namespace and name. */
  list(namespace?: string): KubeObject[] {
    return namespace
      ? this.namespaces.get(`${namespace}/`)?.list() ?? []
      : this.namespaces.list().flatMap(inNamespace => inNamespace.list());
  }
}
