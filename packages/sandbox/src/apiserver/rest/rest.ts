import { isDeepStrictEqual } from 'node:util';
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
import {
  validateMetadata,
  validateMetadataUpdate,
} from '../validation/validateMetadata';
import { assertSameKey, assertValid, decode, schemaErrors } from './decode';
import { timestamp } from './metadata';
import { NamespaceLifecycle } from './namespaceLifecycle';
import { CreateOptions, DeleteOptions, UpdateOptions } from './options';
import { assertCurrent, assertPreconditions } from './preconditions';
import { prepareForCreate, prepareForUpdate } from './prepare';

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
      (definition, key) => this.delete(definition, key),
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
    if (definition.namespaced) {
      this.namespaces.assertOpen(
        definition,
        namespace ?? '',
        decoded.metadata.name,
      );
    }
    const object = prepareForCreate(decoded, definition, namespace, {
      ...options,
      now: this.hooks.now(),
    });
    assertValid(object, definition, [
      ...validateMetadata(object.metadata, definition.nameRule),
      ...schemaErrors(object, definition),
    ]);
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
    const next = prepareForUpdate(decoded, current, definition, options);
    assertValid(next, definition, [
      ...validateMetadata(next.metadata, definition.nameRule),
      ...validateMetadataUpdate(next.metadata, current.metadata),
      ...schemaErrors(next, definition),
    ]);
    if (options.dryRun) {
      return next;
    }
    if (next.metadata.deletionTimestamp && !next.metadata.finalizers?.length) {
      this.remove(definition, key);
      return next;
    }
    if (isDeepStrictEqual(next, current)) {
      return current;
    }
    return this.store.put(resourceId(definition), next);
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
    if (!current.metadata.finalizers?.length) {
      if (!options.dryRun) this.remove(definition, key);
      return gone;
    }
    if (current.metadata.deletionTimestamp) {
      return current;
    }
    const marked: KubeObject = {
      ...current,
      metadata: {
        ...current.metadata,
        deletionGracePeriodSeconds: 0,
        deletionTimestamp: timestamp(this.hooks.now()),
        ...(current.metadata.generation !== undefined && {
          generation: current.metadata.generation + 1,
        }),
      },
    };
    return options.dryRun
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
