import { isObject, JsonValue } from '../types';
import { Schema, schemaOfField } from '../validation/schema';
import { itemStep } from './typed';

const GO_NAMES: Record<string, string> = {
  array: 'list',
  object: 'map',
  integer: 'numeric (int or float)',
  number: 'numeric (int or float)',
};

function fitsType(value: JsonValue, schema: Schema): boolean {
  if (value === null) return true;
  switch (schema.type) {
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
    case 'number':
      return typeof value === 'number';
    case 'string':
    case 'boolean':
      return typeof value === schema.type;
    default:
      return true;
  }
}

function listErrors(list: JsonValue[], schema: Schema, path: string): string[] {
  const listType = schema['x-kubernetes-list-type'];
  if (listType !== 'set' && listType !== 'map') return [];
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  const seen = new Set<string>();
  return list.flatMap((item, index) => {
    const missing = keys.find(
      key =>
        (!isObject(item) || item[key] === undefined) &&
        schema.items?.properties?.[key]?.default === undefined,
    );
    if (listType === 'map' && missing) {
      return [
        `${path}: element ${index}: associative list with keys has an element that omits key field "${missing}" (and doesn't have default value)`,
      ];
    }
    const step = itemStep(item, schema);
    if (seen.has(step)) {
      return [`${path}: duplicate entries for key [${step.slice(2)}]`];
    }
    seen.add(step);
    return [];
  });
}

/**
 * What keeps a configuration from being applied, in the words of structured-merge-diff: fields that the schema does not
 * know, values of another type, duplicates.
 */
export function typedErrors(
  value: JsonValue,
  schema: Schema | undefined,
  path = '',
): string[] {
  if (!schema) return [];
  if (schema.type && !fitsType(value, schema)) {
    const wanted = GO_NAMES[schema.type] ?? schema.type;
    return [
      `${path}: expected ${wanted}, got &value.valueUnstructured{Value:${JSON.stringify(
        value,
      )}}`,
    ];
  }
  if (Array.isArray(value)) {
    const { items } = schema;
    return [
      ...listErrors(value, schema, path),
      ...value.flatMap((item, i) => typedErrors(item, items, `${path}[${i}]`)),
    ];
  }
  if (!isObject(value)) return [];
  const open =
    schema['x-kubernetes-preserve-unknown-fields'] ||
    schema.additionalProperties === true;
  return Object.entries(value).flatMap(([field, child]) => {
    const childSchema = schemaOfField(schema, field);
    if (!childSchema && !open) {
      return [`${path}.${field}: field not declared in schema`];
    }
    return typedErrors(child ?? null, childSchema, `${path}.${field}`);
  });
}
