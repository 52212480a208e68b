import { isDeepStrictEqual } from 'node:util';
import {
  apiVersionOf,
  ResourceDefinition,
} from '../registry/resourceDefinition';
import { ApiError } from '../status/apiError';
import { badRequest } from '../status/errors';
import { isObject, JsonObject, KubeObject, ManagedFieldsEntry } from '../types';
import { Schema } from '../validation/schema';
import {
  Comparison,
  compareValues,
  fieldsOf,
  withNamedFields,
} from './compare';
import { conflictError } from './conflicts';
import {
  difference,
  emptySet,
  FieldSet,
  fieldSetOf,
  intersection,
  isEmpty,
  union,
  withoutBranches,
} from './fieldSet';
import {
  Manager,
  managerKey,
  Managers,
  readManagers,
  writeManagers,
} from './managers';
import { mergeValues, removeParts } from './merge';
import { METADATA_SCHEMA } from './typed';
import { typedErrors } from './typedErrors';

/** A write, as far as the ownership of fields is concerned. */
export interface ManagedWrite {
  definition: ResourceDefinition;
  /** The name of the field manager. */
  manager: string;
  subresource?: 'status';
  /** RFC 3339. */
  now: string;
}

/** Nobody owns these (`stripMeta`). */
const UNOWNED = fieldSetOf(
  ['apiVersion'],
  ['kind'],
  ['metadata'],
  ...[
    'name',
    'namespace',
    'creationTimestamp',
    'selfLink',
    'uid',
    'generation',
    'managedFields',
    'resourceVersion',
  ].map(field => ['metadata', field]),
);
const STATUS = fieldSetOf(['status']);
const ALL_BUT_STATUS = fieldSetOf(['metadata'], ['spec']);

/** What a write of this kind cannot change, and so not own (`GetResetFields`). */
function resetFields({ definition, subresource }: ManagedWrite): FieldSet {
  if (subresource === 'status') return ALL_BUT_STATUS;
  return definition.hasStatus ? STATUS : emptySet();
}

function schemaFor({ schema }: ResourceDefinition): Schema {
  return {
    ...(schema ?? {
      type: 'object',
      'x-kubernetes-preserve-unknown-fields': true,
    }),
    properties: {
      ...schema?.properties,
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: METADATA_SCHEMA,
    },
  };
}

function managerOf(
  { definition, manager, subresource }: ManagedWrite,
  operation: Manager['operation'],
): Manager {
  return {
    manager,
    operation,
    apiVersion: apiVersionOf(definition),
    ...(subresource && { subresource }),
  };
}

function withoutManagedFields(object: KubeObject): JsonObject {
  const { managedFields: _managedFields, ...metadata } = object.metadata;
  return { ...object, metadata } as unknown as JsonObject;
}

function compareOwnable(
  before: JsonObject,
  after: JsonObject,
  write: ManagedWrite,
): Comparison {
  const reset = resetFields(write);
  const ownable = (set: FieldSet) =>
    difference(withoutBranches(set, reset), UNOWNED);
  const { added, modified, removed } = compareValues(
    before,
    after,
    schemaFor(write.definition),
  );
  return {
    added: ownable(added),
    modified: ownable(modified),
    removed: ownable(removed),
  };
}

function isReset(entries: ManagedFieldsEntry[] | undefined): boolean {
  return entries?.length === 1 && Object.keys(entries[0]).length === 0;
}

function managersFor(
  live: KubeObject | undefined,
  next: KubeObject,
  { subresource }: ManagedWrite,
): Managers {
  const given = next.metadata.managedFields;
  const previous = readManagers(live?.metadata.managedFields);
  if (subresource) return previous;
  if (isReset(given)) return new Map();
  return given?.length ? readManagers(given) : previous;
}

/**
 * Who owns what after an update: what it changed is the manager's, and nobody else's any more
 * (`merge.Updater.Update`).
 */
export function trackUpdate(
  live: KubeObject | undefined,
  next: KubeObject,
  write: ManagedWrite,
): ManagedFieldsEntry[] | undefined {
  const managers = managersFor(live, next, write);
  const { added, modified, removed } = compareOwnable(
    live ? withoutManagedFields(live) : {},
    withoutManagedFields(next),
    write,
  );
  const taken = union(added, modified);
  const lost = union(taken, removed);
  for (const owner of managers.values()) {
    owner.fields = difference(owner.fields, lost);
  }
  if (!isEmpty(taken)) {
    const by = managerOf(write, 'Update');
    const own = managers.get(managerKey(by))?.fields ?? emptySet();
    managers.set(managerKey(by), {
      by,
      time: write.now,
      fields: union(own, taken),
    });
  }
  return writeManagers(managers);
}

/** Takes away what the manager applied last time, does not now, and nobody else owns (`merge.Updater.prune`). */
function pruneDropped(
  merged: JsonObject,
  managers: Managers,
  last: FieldSet | undefined,
  schema: Schema,
): JsonObject {
  if (!last || isEmpty(last)) return merged;
  const named = (set: FieldSet) => withNamedFields(set, schema);
  const owned = [...managers.values()]
    .map(({ fields }) => fields)
    .reduce(union, emptySet());
  const all = named(fieldsOf(merged, schema));
  const remove = (set: FieldSet) =>
    removeParts(merged, set, schema) as JsonObject;
  const left = (object: JsonObject) => named(fieldsOf(object, schema));
  const withoutLast = remove(named(last));
  const withOwned = remove(
    difference(difference(all, left(withoutLast)), named(owned)),
  );
  return remove(intersection(difference(all, left(withOwned)), named(last)));
}

function assertApplicable(config: JsonObject, write: ManagedWrite): void {
  const { definition } = write;
  const expected = apiVersionOf(definition);
  if (config.apiVersion !== expected) {
    throw badRequest(
      `Incorrect version specified in apply patch. Specified patch version: ${
        config.apiVersion ?? ''
      }, expected: ${expected}`,
    );
  }
  const metadata = isObject(config.metadata) ? config.metadata : {};
  if (metadata.managedFields !== undefined && metadata.managedFields !== null) {
    throw badRequest('metadata.managedFields must be nil');
  }
  const errors = typedErrors(config, schemaFor(definition));
  if (errors.length > 0) {
    const text =
      errors.length === 1 ? errors[0] : `errors:\n  ${errors.join('\n  ')}`;
    const { namespace = '', name = '' } = metadata;
    // A client's mistake, but kube-apiserver answers 500 without a reason.
    throw new ApiError(
      500,
      undefined,
      `failed to create typed patch object (${namespace}/${name}; ${expected}, Kind=${definition.kind}): ${text}`,
    );
  }
}

/**
 * Server-side apply (`merge.Updater.Apply`): lays a configuration over the live object and tells who owns what.
 *
 * @throws ApiError 409 when others own what the configuration changes, unless it is forced
 */
export function applyConfiguration(
  live: KubeObject | undefined,
  config: JsonObject,
  write: ManagedWrite & { force: boolean },
): JsonObject {
  assertApplicable(config, write);
  const schema = schemaFor(write.definition);
  const by = managerOf(write, 'Apply');
  const key = managerKey(by);
  const before = readManagers(live?.metadata.managedFields);
  const managers: Managers = new Map(before);
  const base = live ? withoutManagedFields(live) : {};
  const merged = mergeValues(base, config, schema) as JsonObject;
  const last = before.get(key);
  const configured = withoutBranches(
    fieldsOf(config, schema),
    resetFields(write),
  );
  managers.set(key, { by, time: last?.time, fields: configured });
  const pruned = pruneDropped(merged, managers, last?.fields, schema);
  const { added, modified, removed } = compareOwnable(base, pruned, write);
  const taken = union(added, modified);
  const others = [...managers].filter(([owner]) => owner !== key);
  const conflicts = others
    .map(([, owner]) => ({
      ...owner,
      fields: intersection(owner.fields, taken),
    }))
    .filter(({ fields }) => !isEmpty(fields));
  if (conflicts.length > 0 && !write.force) {
    throw conflictError(conflicts);
  }
  for (const [owner, set] of others) {
    const fields = difference(set.fields, union(taken, removed));
    managers.set(owner, { ...set, fields });
  }
  const fields = difference(configured, UNOWNED);
  const unchanged =
    isDeepStrictEqual(base, pruned) &&
    last !== undefined &&
    isDeepStrictEqual(last.fields, fields);
  managers.set(key, { by, time: unchanged ? last.time : write.now, fields });
  const metadata = isObject(pruned.metadata) ? pruned.metadata : {};
  return {
    ...pruned,
    metadata: { ...metadata, managedFields: writeManagers(managers) },
  };
}
