import { isObject, JsonObject, JsonValue } from '../types';
import { Schema, schemaOfField } from '../validation/schema';

/**
 * How a value merges: parts of a map or an associative list each for themselves, an atomic one only as a whole. Without
 * a schema maps merge and lists are atomic (`__untyped_deduced_` of structured-merge-diff).
 */
export type Merging = 'map' | 'list' | 'atomic';

/** A part of a value: the path element, and what is there. */
export interface Part {
  step: string;
  value: JsonValue;
  schema: Schema | undefined;
}

/** The schema of `metadata`, as far as it matters for merging. */
export const METADATA_SCHEMA: Schema = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
  properties: {
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    annotations: { type: 'object', additionalProperties: { type: 'string' } },
    finalizers: {
      type: 'array',
      'x-kubernetes-list-type': 'set',
      items: { type: 'string' },
    },
    ownerReferences: {
      type: 'array',
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['uid'],
      items: { type: 'object', 'x-kubernetes-map-type': 'atomic' },
    },
  },
};

/** How a value merges under a schema. */
export function mergingOf(
  value: JsonValue | undefined,
  schema: Schema | undefined,
): Merging {
  if (Array.isArray(value)) {
    const listType = schema?.['x-kubernetes-list-type'];
    return listType === 'set' || listType === 'map' ? 'list' : 'atomic';
  }
  if (isObject(value)) {
    return schema?.['x-kubernetes-map-type'] === 'atomic' ? 'atomic' : 'map';
  }
  return 'atomic';
}

/** The path element of an item of an associative list. */
export function itemStep(item: JsonValue, schema: Schema): string {
  if (schema['x-kubernetes-list-type'] === 'set') {
    return `v:${JSON.stringify(item)}`;
  }
  const keys = [...(schema['x-kubernetes-list-map-keys'] ?? [])].sort();
  const fields = isObject(item) ? item : {};
  const properties = schema.items?.properties ?? {};
  const identity: JsonObject = Object.fromEntries(
    keys
      .map((key): [string, JsonValue | undefined] => [
        key,
        fields[key] ?? properties[key]?.default,
      ])
      .filter(([, value]) => value !== undefined),
  );
  return `k:${JSON.stringify(identity)}`;
}

/** The parts of a value that merges in parts; none of an atomic one. */
export function partsOf(
  value: JsonValue | undefined,
  schema: Schema | undefined,
): Part[] {
  const merging = mergingOf(value, schema);
  if (merging === 'map' && isObject(value)) {
    return Object.entries(value)
      .filter(([, child]) => child !== undefined)
      .map(([field, child]) => ({
        step: `f:${field}`,
        value: child ?? null,
        schema: schema && schemaOfField(schema, field),
      }));
  }
  if (merging === 'list' && Array.isArray(value) && schema) {
    return value.map(item => ({
      step: itemStep(item, schema),
      value: item,
      schema: schema.items,
    }));
  }
  return [];
}

/** Whether a path element is a field that the schema names, and not one of a map's own making. */
export function isNamedField(
  step: string,
  schema: Schema | undefined,
): boolean {
  return (
    step.startsWith('f:') && schema?.properties?.[step.slice(2)] !== undefined
  );
}

/** The schema below a path element. */
export function schemaBelow(
  step: string,
  schema: Schema | undefined,
): Schema | undefined {
  if (!schema) return undefined;
  return step.startsWith('f:')
    ? schemaOfField(schema, step.slice(2))
    : schema.items;
}
