import { ApiServer } from '../apiserver/apiServer';
import { PATCH_TYPES } from '../apiserver/patch/applyPatch';
import { resourceId } from '../apiserver/registry/resourceDefinition';
import { GC_FINALIZERS } from '../apiserver/rest/deletion';
import { JsonValue, KubeObject, ObjectKey } from '../apiserver/types';
import { RunningController } from './context';
import { OwnershipGraph, Place } from './ownershipGraph';

function isDeletedWith(object: KubeObject, finalizer: string): boolean {
  const { deletionTimestamp, finalizers } = object.metadata;
  return (
    deletionTimestamp !== undefined && finalizers?.includes(finalizer) === true
  );
}

/**
 * Deletes what is owned by nothing any more, as the garbage collector of kube-controller-manager does: after its owners
 * (`Background`), before them (`Foreground`), or not at all (`Orphan`).
 */
class GarbageCollector {
  readonly graph = new OwnershipGraph();
  private readonly queue = new Set<string>();

  constructor(
    private readonly server: ApiServer,
    private readonly report: (key: string, error: unknown) => void,
  ) {}

  /** Looks at what an object's change may be the reason to delete. */
  noticed(place: Place, object: KubeObject, gone: boolean): void {
    const { uid = '', ownerReferences = [] } = object.metadata;
    if (gone) {
      this.graph.dependentsOf(uid).forEach(dependent => this.add(dependent));
      ownerReferences.forEach(owner => this.add(this.graph.find(owner.uid)));
    } else {
      this.add(place);
    }
  }

  private add(place: Place | undefined): void {
    if (!place) return;
    if (this.queue.size === 0) setImmediate(() => this.drain());
    this.queue.add(JSON.stringify(place));
  }

  private drain(): void {
    const places = [...this.queue];
    this.queue.clear();
    for (const text of places) {
      try {
        this.process(JSON.parse(text) as Place);
      } catch (error) {
        this.report(`garbage collector: ${text}`, error);
      }
    }
  }

  private process(place: Place): void {
    const object = this.server.store.get(place.resource, place.key);
    if (!object) return;
    if (isDeletedWith(object, GC_FINALIZERS.orphan)) {
      this.orphanDependents(place, object);
    } else if (isDeletedWith(object, GC_FINALIZERS.foreground)) {
      this.deleteDependents(place, object);
    } else if (!object.metadata.deletionTimestamp) {
      this.collect(place, object);
    }
  }

  private orphanDependents(place: Place, owner: KubeObject): void {
    const { uid = '' } = owner.metadata;
    for (const dependent of this.graph.dependentsOf(uid)) {
      this.keepOwners(dependent, other => other !== uid);
    }
    this.release(place, owner, GC_FINALIZERS.orphan);
  }

  private deleteDependents(place: Place, owner: KubeObject): void {
    const { uid = '' } = owner.metadata;
    const dependents = this.graph.dependentsOf(uid);
    dependents.forEach(dependent => this.add(dependent));
    const blocked = dependents.some(dependent =>
      this.server.store
        .get(dependent.resource, dependent.key)
        ?.metadata.ownerReferences?.some(
          ref => ref.uid === uid && ref.blockOwnerDeletion === true,
        ),
    );
    if (!blocked) this.release(place, owner, GC_FINALIZERS.foreground);
  }

  /** Deletes an object whose owners are all gone or waiting for it to go. */
  private collect(place: Place, object: KubeObject): void {
    const { ownerReferences = [], uid = '' } = object.metadata;
    if (ownerReferences.length === 0) return;
    const owners = ownerReferences.map(({ uid: owner }) => {
      const at = this.graph.find(owner);
      return at && this.server.store.get(at.resource, at.key);
    });
    const waiting = owners.some(
      owner => owner && isDeletedWith(owner, GC_FINALIZERS.foreground),
    );
    const solid = owners.filter(
      owner => owner && !isDeletedWith(owner, GC_FINALIZERS.foreground),
    );
    if (solid.length === owners.length) return;
    if (solid.length > 0) {
      const kept = new Set(solid.map(owner => owner?.metadata.uid));
      this.keepOwners(place, owner => kept.has(owner));
      return;
    }
    const inForeground = waiting && this.graph.dependentsOf(uid).length > 0;
    this.server.rest.delete(this.definition(place), place.key, {
      preconditions: { uid },
      propagationPolicy: inForeground ? 'Foreground' : 'Background',
    });
  }

  private keepOwners(place: Place, keep: (uid: string) => boolean): void {
    const object = this.server.store.get(place.resource, place.key);
    const kept = object?.metadata.ownerReferences?.filter(({ uid }) =>
      keep(uid),
    );
    this.patch(place, { ownerReferences: kept ?? null });
  }

  private release(place: Place, object: KubeObject, finalizer: string): void {
    const { finalizers = [] } = object.metadata;
    this.patch(place, {
      finalizers: finalizers.filter(name => name !== finalizer),
    });
  }

  private patch(place: Place, metadata: Record<string, JsonValue>): void {
    this.server.rest.patch(
      this.definition(place),
      place.key,
      { contentType: PATCH_TYPES.merge, body: { metadata } },
      { fieldValidation: 'Ignore' },
    );
  }

  private definition({ resource }: Place) {
    return this.server.registry.byPlural(resource);
  }
}

/** Starts the garbage collector of an API server. */
export function startGarbageCollector(
  server: ApiServer,
  report: (key: string, error: unknown) => void,
): RunningController {
  const collector = new GarbageCollector(server, report);
  const placeOf = (resource: string, { metadata }: KubeObject): Place => {
    const { namespace, name }: ObjectKey = metadata;
    return { resource, key: { ...(namespace && { namespace }), name } };
  };
  const present = server.registry.all().flatMap(definition => {
    const resource = resourceId(definition);
    const objects = server.store.collection(resource).list();
    return objects.map(object => ({
      place: placeOf(resource, object),
      object,
    }));
  });
  // All have to be known before the first is judged.
  present.forEach(({ place, object }) => collector.graph.put(place, object));
  present.forEach(({ place, object }) =>
    collector.noticed(place, object, false),
  );
  const stop = server.store.observe((resource, event) => {
    const place = placeOf(resource, event.object);
    const gone = event.type === 'DELETED';
    if (event.previous) collector.graph.remove(event.previous);
    if (!gone) collector.graph.put(place, event.object);
    collector.noticed(place, event.object, gone);
  });
  return { stop };
}
