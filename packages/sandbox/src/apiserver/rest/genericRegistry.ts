import { isDeepStrictEqual } from 'node:util';
import { ResourceDefinition, resourceId } from '../registry/resourceDefinition';
import { StatusBody } from '../status/apiError';
import { alreadyExists, deleted, notFound } from '../status/errors';
import { Store } from '../storage/store';
import { KubeObject, ObjectKey } from '../types';
import { beforeCreate, beforeUpdate } from './beforeWrite';
import { markDeleted } from './deletion';
import { timestamp } from './metadata';
import { NamespaceLifecycle } from './namespaceLifecycle';
import { CreateOptions, DeleteOptions, UpdateOptions } from './options';
import { assertPreconditions } from './preconditions';

/** What the rest of the API server adds to plain storage. */
export interface RegistryHooks {
  now(): Date;
  definitions(): ResourceDefinition[];
}

/**
 * What every resource does with its decoded objects on their way to storage: admission, validation, finalizers and
 * graceful deletion. k8s.io/apiserver, pkg/registry/generic/registry/store.go
 */
export class GenericRegistry {
  private readonly namespaces: NamespaceLifecycle;

  constructor(
    private readonly store: Store,
    private readonly hooks: RegistryHooks,
  ) {
    this.namespaces = new NamespaceLifecycle(
      store,
      hooks.definitions,
      (definition, key) =>
        this.delete(definition, key, { gracePeriodSeconds: 0 }),
    );
  }

  find(definition: ResourceDefinition, key: ObjectKey): KubeObject | undefined {
    return this.store.get(resourceId(definition), key);
  }

  /** Reads one object; a missing one is a 404. */
  get(definition: ResourceDefinition, key: ObjectKey): KubeObject {
    const found = this.find(definition, key);
    if (!found) {
      throw notFound(definition, key.name);
    }
    return found;
  }

  create(
    definition: ResourceDefinition,
    decoded: KubeObject,
    namespace: string | undefined,
    options: CreateOptions,
  ): KubeObject {
    if (definition.namespaced) {
      this.namespaces.assertOpen(
        definition,
        namespace ?? '',
        decoded.metadata.name,
      );
    }
    const object = beforeCreate(decoded, definition, namespace, {
      ...options,
      now: this.hooks.now(),
    });
    const existing = this.find(definition, object.metadata);
    if (existing) {
      throw alreadyExists(
        definition,
        object.metadata.name,
        existing.metadata.deletionTimestamp !== undefined,
      );
    }
    return options.dryRun
      ? object
      : this.store.put(resourceId(definition), object);
  }

  /** Writes what `current` is to become; without its last finalizer what is being deleted goes. */
  update(
    definition: ResourceDefinition,
    decoded: KubeObject,
    current: KubeObject,
    options: UpdateOptions,
  ): KubeObject {
    const next = beforeUpdate(decoded, current, definition, options);
    if (options.dryRun) {
      return next;
    }
    if (next.metadata.deletionTimestamp && !next.metadata.finalizers?.length) {
      this.remove(definition, next.metadata);
      return next;
    }
    if (isDeepStrictEqual(next, current)) {
      return current;
    }
    return this.store.put(resourceId(definition), next);
  }

  /** Deletes an object, or marks it as being deleted while it has finalizers. */
  delete(
    definition: ResourceDefinition,
    key: ObjectKey,
    options: DeleteOptions = {},
  ): KubeObject | StatusBody {
    const current = this.get(definition, key);
    assertPreconditions(definition, current, options);
    const gone = deleted(definition, key.name, current.metadata.uid);
    if (definition.kind === 'Namespace' && !options.dryRun) {
      return (
        this.namespaces.terminate(current, timestamp(this.hooks.now())) ?? gone
      );
    }
    const grace = definition.graceSeconds
      ? options.gracePeriodSeconds ?? definition.graceSeconds(current)
      : 0;
    const marked = markDeleted(current, options, this.hooks.now(), grace);
    if (!marked.metadata.finalizers?.length && grace === 0) {
      if (!options.dryRun) this.remove(definition, key);
      return gone;
    }
    return marked === current || options.dryRun
      ? marked
      : this.store.put(resourceId(definition), marked);
  }

  private remove(definition: ResourceDefinition, key: ObjectKey): void {
    this.store.remove(resourceId(definition), key);
    if (key.namespace) {
      this.namespaces.finishIfEmpty(key.namespace);
    }
  }
}
