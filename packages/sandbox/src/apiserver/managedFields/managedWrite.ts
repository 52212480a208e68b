import {
  apiVersionOf,
  ResourceDefinition,
} from '../registry/resourceDefinition';
import { JsonObject, KubeObject } from '../types';
import { Schema } from '../validation/schema';
import { Comparison, compareValues } from './compare';
import {
  difference,
  emptySet,
  FieldSet,
  fieldSetOf,
  withoutBranches,
} from './fieldSet';
import { Manager } from './managers';
import { METADATA_SCHEMA } from './typed';

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
export const UNOWNED = fieldSetOf(
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
export function resetFields({
  definition,
  subresource,
}: ManagedWrite): FieldSet {
  if (subresource === 'status') return ALL_BUT_STATUS;
  return definition.hasStatus ? STATUS : emptySet();
}

/** The schema of the whole object: the kind's own, and that of what every kind has. */
export function schemaFor({ schema }: ResourceDefinition): Schema {
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

/** Who writes, as an entry of `managedFields` names it. */
export function managerOf(
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

/** The object without the record of who owns what, which nobody owns. */
export function withoutManagedFields(object: KubeObject): JsonObject {
  const { managedFields: _managedFields, ...metadata } = object.metadata;
  return { ...object, metadata } as unknown as JsonObject;
}

/** What the write has added, modified and removed, as far as somebody can own it. */
export function compareOwnable(
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
