import { isDeepStrictEqual } from 'node:util';
import { applyPatch } from '../patch/applyPatch';
import { ResourceDefinition, resourceId } from '../registry/resourceDefinition';
import { StatusBody } from '../status/apiError';
import {
  alreadyExists,
  badRequest,
  conflict,
  deleted,
  notFound,
} from '../status/errors';
import { invalid, invalidObject } from '../status/fieldErrors';
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
import {
  generateName,
  metadataForCreate,
  metadataForUpdate,
  timestamp,
} from './metadata';
import { NamespaceLifecycle } from './namespaceLifecycle';
import { CreateOptions, DeleteOptions, UpdateOptions } from './options';

/** What the rest of the API server adds to plain storage. */
export interface RestHooks {
  now(): Date;
  definitions(): ResourceDefinition[];
}

function withoutMetaAndStatus(object: KubeObject, hasStatus: boolean): object {
  const { metadata: _metadata, status, ...content } = object;
  return hasStatus ? content : { ...content, status };
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
    const object = this.prepareForCreate(
      decoded,
      definition,
      namespace,
      options,
    );
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
    this.assertCurrent(definition, decoded, current, options);
    const next = this.prepareForUpdate(decoded, current, definition, options);
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
    this.assertPreconditions(definition, current, options);
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

  private prepareForCreate(
    decoded: KubeObject,
    definition: ResourceDefinition,
    namespace: string | undefined,
    options: CreateOptions,
  ): KubeObject {
    const given = decoded.metadata;
    if (given.resourceVersion && !options.asGiven) {
      throw badRequest(
        'resourceVersion should not be set on objects to be created',
      );
    }
    const name =
      given.name ||
      (given.generateName ? generateName(given.generateName) : '');
    const fresh = metadataForCreate(
      { ...given, name, ...(definition.namespaced && { namespace }) },
      this.hooks.now(),
      definition.builtIn ? undefined : 1,
    );
    const metadata = options.asGiven
      ? {
          ...fresh,
          uid: given.uid ?? fresh.uid,
          creationTimestamp: given.creationTimestamp ?? fresh.creationTimestamp,
          generation: given.generation ?? fresh.generation,
        }
      : fresh;
    const object: KubeObject = { ...decoded, metadata };
    if (!definition.namespaced) {
      delete object.metadata.namespace;
    }
    if (definition.hasStatus && !options.asGiven) {
      delete object.status;
    }
    return definition.prepare ? definition.prepare(object) : object;
  }

  private prepareForUpdate(
    decoded: KubeObject,
    current: KubeObject,
    definition: ResourceDefinition,
    options: UpdateOptions,
  ): KubeObject {
    if (options.subresource === 'status') {
      return { ...current, status: decoded.status };
    }
    const metadata = metadataForUpdate(
      {
        ...decoded.metadata,
        ...(definition.namespaced && { namespace: current.metadata.namespace }),
      },
      current,
    );
    const draft: KubeObject = { ...decoded, metadata };
    if (definition.hasStatus) {
      delete draft.status;
      if (current.status !== undefined) draft.status = current.status;
    }
    const next = definition.prepare
      ? definition.prepare(draft, current)
      : draft;
    const changed = !isDeepStrictEqual(
      withoutMetaAndStatus(next, definition.hasStatus),
      withoutMetaAndStatus(current, definition.hasStatus),
    );
    if (changed && metadata.generation !== undefined) {
      next.metadata.generation = metadata.generation + 1;
    }
    for (const field of Object.keys(next.metadata)) {
      if (next.metadata[field as keyof typeof next.metadata] === undefined) {
        delete next.metadata[field as keyof typeof next.metadata];
      }
    }
    return next;
  }

  private assertCurrent(
    definition: ResourceDefinition,
    given: KubeObject,
    current: KubeObject,
    options: UpdateOptions,
  ): void {
    const { name, resourceVersion, uid } = given.metadata;
    if (!options.isPatch && uid && uid !== current.metadata.uid) {
      throw conflict(
        definition,
        name,
        `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${current.metadata.uid}`,
      );
    }
    if (!resourceVersion || resourceVersion === '0') {
      if (definition.builtIn || options.isPatch) return;
      throw invalidObject(
        { group: definition.group, kind: definition.plural },
        name,
        [
          invalid(
            'metadata.resourceVersion',
            0,
            'must be specified for an update',
          ),
        ],
      );
    }
    if (resourceVersion !== current.metadata.resourceVersion) {
      throw conflict(definition, name);
    }
  }

  private assertPreconditions(
    definition: ResourceDefinition,
    { metadata }: KubeObject,
    { preconditions }: DeleteOptions,
  ): void {
    const named = { group: definition.group, plural: definition.kind };
    if (preconditions?.uid && preconditions.uid !== metadata.uid) {
      throw conflict(
        named,
        metadata.name,
        `the UID in the precondition (${preconditions.uid}) does not match the UID in record (${metadata.uid}). The object might have been deleted and then recreated`,
      );
    }
    const version = preconditions?.resourceVersion;
    if (version && version !== metadata.resourceVersion) {
      throw conflict(
        named,
        metadata.name,
        `the ResourceVersion in the precondition (${version}) does not match the ResourceVersion in record (${metadata.resourceVersion}). The object might have been modified`,
      );
    }
  }
}
