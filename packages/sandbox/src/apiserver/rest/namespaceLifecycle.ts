import { ResourceDefinition, resourceId } from '../registry/resourceDefinition';
import { ApiError } from '../status/apiError';
import { notFound, qualified } from '../status/errors';
import { Store } from '../storage/store';
import { KubeObject, ObjectKey } from '../types';

const NAMESPACES = { group: '', plural: 'namespaces' };
const ID = resourceId(NAMESPACES);

/** Keeps objects out of namespaces that are not there and empties those that go, like the admission plugin of this name. */
export class NamespaceLifecycle {
  constructor(
    private readonly store: Store,
    private readonly definitions: () => ResourceDefinition[],
    private readonly remove: (
      definition: ResourceDefinition,
      key: ObjectKey,
    ) => void,
  ) {}

  /** Refuses an object for a namespace that is missing or being deleted. */
  assertOpen(
    definition: ResourceDefinition,
    namespace: string,
    name: string,
  ): void {
    const found = this.store.get(ID, { name: namespace });
    if (!found) {
      throw notFound(NAMESPACES, namespace);
    }
    if (found.metadata.deletionTimestamp) {
      throw new ApiError(
        403,
        'Forbidden',
        `${qualified(
          definition,
        )} "${name}" is forbidden: unable to create new content in namespace ${namespace} because it is being terminated`,
        { name, group: definition.group, kind: definition.plural },
      );
    }
  }

  /**
   * Deletes what is in a namespace and, when all of it is gone, the namespace.
   *
   * @returns the terminating namespace, or undefined when it is gone
   */
  terminate(namespace: KubeObject, now: string): KubeObject | undefined {
    const { name } = namespace.metadata;
    if (!namespace.metadata.deletionTimestamp) {
      this.store.put(ID, {
        ...namespace,
        metadata: { ...namespace.metadata, deletionTimestamp: now },
        status: { ...namespace.status, phase: 'Terminating' },
      });
    }
    for (const definition of this.namespacedDefinitions()) {
      for (const object of this.store
        .collection(resourceId(definition))
        .list(name)) {
        this.remove(definition, object.metadata);
      }
    }
    this.finishIfEmpty(name);
    return this.store.get(ID, { name });
  }

  /** Lets a terminating namespace go once nothing is left in it. */
  finishIfEmpty(name: string): void {
    const namespace = this.store.get(ID, { name });
    if (!namespace?.metadata.deletionTimestamp) {
      return;
    }
    const left = this.namespacedDefinitions().some(
      definition =>
        this.store.collection(resourceId(definition)).list(name).length > 0,
    );
    if (!left) {
      this.store.remove(ID, { name });
    }
  }

  private namespacedDefinitions(): ResourceDefinition[] {
    return this.definitions().filter(definition => definition.namespaced);
  }
}
