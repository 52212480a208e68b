import { ApiServer } from './apiServer';
import { PATCH_TYPES } from './patch/applyPatch';
import { resourceId } from './registry/resourceDefinition';
import {
  cloneJson,
  JsonObject,
  JsonValue,
  KubeObject,
  ObjectKey,
} from './types';

/** Objects of an API server without the network: validated, stored, and seen by watchers. */
export interface Objects {
  /** Keeps the status, age, uid and generation that are given. */
  create(resource: string, object: KubeObject): KubeObject;
  get(resource: string, key: ObjectKey): KubeObject | undefined;
  list(resource: string, namespace?: string): KubeObject[];
  patch(
    resource: string,
    key: ObjectKey,
    mergePatch: object,
    subresource?: 'status',
  ): KubeObject;
  /** Without a grace period; like any delete, it leaves an object with finalizers marked only. */
  delete(resource: string, key: ObjectKey): void;
}

/** Direct access to the objects of an API server. Resources are named by their plural. */
export function objectsOf({ rest, registry, store }: ApiServer): Objects {
  return {
    create(resource, object) {
      const definition = registry.byPlural(resource);
      const namespace = definition.namespaced
        ? object.metadata.namespace ?? 'default'
        : undefined;
      return cloneJson(
        rest.create(definition, namespace, object as unknown as JsonObject, {
          asGiven: true,
          fieldValidation: 'Ignore',
        }),
      );
    },
    get(resource, key) {
      const found = store.get(resourceId(registry.byPlural(resource)), key);
      return found && cloneJson(found);
    },
    list(resource, namespace) {
      return store
        .collection(resourceId(registry.byPlural(resource)))
        .list(namespace)
        .map(cloneJson);
    },
    patch(resource, key, mergePatch, subresource) {
      const body = mergePatch as JsonValue;
      return cloneJson(
        rest.patch(
          registry.byPlural(resource),
          key,
          { contentType: PATCH_TYPES.merge, body },
          { subresource, fieldValidation: 'Ignore' },
        ),
      );
    },
    delete(resource, key) {
      rest.delete(registry.byPlural(resource), key, { gracePeriodSeconds: 0 });
    },
  };
}
