import { KubeObject, ObjectKey } from '../apiserver/types';

/** Where an object is stored. */
export interface Place {
  /** As `resourceId` writes it. */
  resource: string;
  key: ObjectKey;
}

/** Who is owned by whom, by uid. */
export class OwnershipGraph {
  private readonly places = new Map<string, Place>();
  private readonly dependents = new Map<string, Set<string>>();

  put(place: Place, { metadata }: KubeObject): void {
    const { uid = '', ownerReferences = [] } = metadata;
    this.places.set(uid, place);
    for (const owner of ownerReferences) {
      const owned = this.dependents.get(owner.uid) ?? new Set();
      this.dependents.set(owner.uid, owned.add(uid));
    }
  }

  remove({ metadata }: KubeObject): void {
    const { uid = '', ownerReferences = [] } = metadata;
    this.places.delete(uid);
    for (const owner of ownerReferences) {
      const owned = this.dependents.get(owner.uid);
      owned?.delete(uid);
      if (owned?.size === 0) this.dependents.delete(owner.uid);
    }
  }

  /** Where the object with a uid is, or undefined when there is none. */
  find(uid: string): Place | undefined {
    return this.places.get(uid);
  }

  /** Where the objects are that the one with a uid owns. */
  dependentsOf(uid: string): Place[] {
    return [...(this.dependents.get(uid) ?? [])].flatMap(
      dependent => this.places.get(dependent) ?? [],
    );
  }
}
