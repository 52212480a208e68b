import { isDeepStrictEqual } from 'node:util';
import { applyConfiguration } from '../managedFields/applyConfiguration';
import { trackUpdate } from '../managedFields/trackUpdate';
import { applyPatch } from '../patch/applyPatch';
import { ResourceDefinition, resourceId } from '../registry/resourceDefinition';
import { StatusBody } from '../status/apiError';
import { alreadyExists, badRequest, deleted, notFound } from '../status/errors';
import { Store } from '../storage/store';
import {
  isObject,
  JsonObject,
  JsonValue,
  KubeObject,
  ObjectKey,
} from '../types';
import { beforeCreate, beforeUpdate } from './beforeWrite';
import { assertSameKey, decode } from './decode';
import { timestamp, withoutSystemFields } from './metadata';
import { NamespaceLifecycle } from './namespaceLifecycle';
import {
  ApplyOptions,
  CreateOptions,
  DeleteOptions,
  UpdateOptions,
} from './options';
import { markDeleted } from './deletion';
import { assertCurrent, assertPreconditions } from './preconditions';

/** What the rest of the API server adds to plain storage. */
export interface RestHooks {
  now(): Date;
  definitions(): ResourceDefinition[];
}

/** The verbs of the API on objects: decoding, admission, validation and storage, with no HTTP in sight. */
export class Rest {
  private readonly namespaces: NamespaceLifecycle;

  constructor(
    private readonly store: Store,
    private readonly hooks: RestHooks,
  ) {
    this.namespaces = new NamespaceLifecycle(
      store,
      hooks.definitions,
      (definition, key) =>
        this.delete(definition, key, { gracePeriodSeconds: 0 }),
    );
  }

  /** Reads one object; a missing one is a 404. */
  get(definition: ResourceDefinition, key: ObjectKey): KubeObject {
    const found = this.store.get(resourceId(definition), key);
    if (!found) {
      throw notFound(definition, key.name);
    }
    return found;
  }

  create(
    definition: ResourceDefinition,
    namespace: string | undefined,
    body: JsonObject,
    options: CreateOptions = {},
  ): KubeObject {
    const decoded = decode(body, definition, options);
    assertSameKey(decoded, { namespace });
    return this.insert(
      this.managed(
        undefined,
        options.asGiven ? decoded : withoutSystemFields(decoded),
        definition,
        options,
      ),
      definition,
      namespace,
      options,
    );
  }

  update(
    definition: ResourceDefinition,
    key: ObjectKey,
    body: JsonObject,
    options: UpdateOptions = {},
  ): KubeObject {
    const current = this.get(definition, key);
    const decoded = decode(body, definition, options);
    assertSameKey(decoded, key);
    assertCurrent(definition, decoded, current, options);
    return this.replace(
      this.managed(current, decoded, definition, options),
      current,
      definition,
      options,
    );
  }

  patch(
    definition: ResourceDefinition,
    key: ObjectKey,
    patch: { contentType: string; body: JsonValue },
    options: UpdateOptions = {},
  ): KubeObject {
    const current = this.get(definition, key);
    const patched = applyPatch(current as unknown as JsonObject, patch);
    if (!isObject(patched)) {
      throw badRequest('Invalid JSON Patch');
    }
    return this.update(definition, key, patched, { ...options, isPatch: true });
  }

  /** Server-side apply; makes the object where it is not there yet. */
  apply(
    definition: ResourceDefinition,
    key: ObjectKey,
    config: JsonObject,
    options: ApplyOptions,
  ): { object: KubeObject; created: boolean } {
    const current = this.store.get(resourceId(definition), key);
    if (!current && options.subresource) {
      throw notFound(definition, key.name);
    }
    const merged = applyConfiguration(current, config, {
      definition,
      manager: options.fieldManager,
      subresource: options.subresource,
      force: options.force,
      now: timestamp(this.hooks.now()),
    });
    const asPatch = { ...options, isPatch: true };
    const decoded = decode(merged, definition, asPatch);
    assertSameKey(decoded, key);
    if (!current) {
      const object = this.insert(decoded, definition, key.namespace, options);
      return { object, created: true };
    }
    assertCurrent(definition, decoded, current, asPatch);
    const object = this.replace(decoded, current, definition, asPatch);
    return { object, created: false };
  }

  /** An object with what the manager of this write owns now. */
  private managed(
    current: KubeObject | undefined,
    decoded: KubeObject,
    definition: ResourceDefinition,
    { fieldManager, subresource }: UpdateOptions,
  ): KubeObject {
    if (fieldManager === undefined) return decoded;
    const managedFields = trackUpdate(current, decoded, {
      definition,
      manager: fieldManager,
      subresource,
      now: timestamp(this.hooks.now()),
    });
    return { ...decoded, metadata: { ...decoded.metadata, managedFields } };
  }

  private insert(
    decoded: KubeObject,
    definition: ResourceDefinition,
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
    const existing = this.store.get(resourceId(definition), object.metadata);
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

  private replace(
    decoded: KubeObject,
    current: KubeObject,
    definition: ResourceDefinition,
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
