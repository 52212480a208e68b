import { isDeepStrictEqual } from 'node:util';
import { apiVersionOf } from '../registry/resourceDefinition';
import { ApiError } from '../status/apiError';
import { badRequest } from '../status/errors';
import { isObject, JsonObject, KubeObject } from '../types';
import { Schema } from '../validation/schema';
import { fieldsOf, withNamedFields } from './compare';
import { conflictError } from './conflicts';
import {
  difference,
  emptySet,
  FieldSet,
  intersection,
  isEmpty,
  union,
  withoutBranches,
} from './fieldSet';
import {
  compareOwnable,
  ManagedWrite,
  managerOf,
  resetFields,
  schemaFor,
  UNOWNED,
  withoutManagedFields,
} from './managedWrite';
import { managerKey, Managers, readManagers, writeManagers } from './managers';
import { mergeValues, removeParts } from './merge';
import { typedErrors } from './typedErrors';

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
