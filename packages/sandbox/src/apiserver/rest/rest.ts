import { applyConfiguration } from '../managedFields/applyConfiguration';
import { trackUpdate } from '../managedFields/trackUpdate';
import { applyPatch } from '../patch/applyPatch';
import { ResourceDefinition } from '../registry/resourceDefinition';
import { StatusBody } from '../status/apiError';
import { badRequest, notFound } from '../status/errors';
import { Store } from '../storage/store';
import {
  isObject,
  JsonObject,
  JsonValue,
  KubeObject,
  ObjectKey,
} from '../types';
import { assertSameKey, decode } from './decode';
import { GenericRegistry, RegistryHooks } from './genericRegistry';
import { timestamp, withoutSystemFields } from './metadata';
import {
  ApplyOptions,
  CreateOptions,
  DeleteOptions,
  UpdateOptions,
} from './options';
import { assertCurrent } from './preconditions';

/**
 * The verbs of the API on objects: what was sent becomes an object of the version that is stored, with who owns which of
 * its fields. No HTTP in sight. k8s.io/apiserver, pkg/endpoints/handlers
 */
export class Rest {
  private readonly registry: GenericRegistry;

  constructor(store: Store, private readonly hooks: RegistryHooks) {
    this.registry = new GenericRegistry(store, hooks);
  }

  /** Reads one object; a missing one is a 404. */
  get(definition: ResourceDefinition, key: ObjectKey): KubeObject {
    return this.registry.get(definition, key);
  }

  create(
    definition: ResourceDefinition,
    namespace: string | undefined,
    body: JsonObject,
    options: CreateOptions = {},
  ): KubeObject {
    const decoded = decode(body, definition, options);
    assertSameKey(decoded, { namespace });
    const sent = options.asGiven ? decoded : withoutSystemFields(decoded);
    return this.registry.create(
      definition,
      this.managed(undefined, sent, definition, options),
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
    return this.registry.update(
      definition,
      this.managed(current, decoded, definition, options),
      current,
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
    const current = this.registry.find(definition, key);
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
      const object = this.registry.create(
        definition,
        decoded,
        key.namespace,
        options,
      );
      return { object, created: true };
    }
    assertCurrent(definition, decoded, current, asPatch);
    const object = this.registry.update(definition, decoded, current, asPatch);
    return { object, created: false };
  }

  /** Deletes an object, or marks it as being deleted while it has finalizers. */
  delete(
    definition: ResourceDefinition,
    key: ObjectKey,
    options?: DeleteOptions,
  ): KubeObject | StatusBody {
    return this.registry.delete(definition, key, options);
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
}
