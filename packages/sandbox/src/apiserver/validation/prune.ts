import { isObject, JsonObject, JsonValue } from '../types';
import { Schema, schemaOfField } from './schema';

/** What every object has at its root, whatever the schema says. */
const ROOT_FIELDS = new Set(['apiVersion', 'kind', 'metadata']);

function pruneObject(
  value: JsonObject,
  schema: Schema,
  path: string,
  unknown: string[],
  root: boolean,
): void {
  const isResource = root || schema['x-kubernetes-embedded-resource'];
  const keepsAll =
    schema['x-kubernetes-preserve-unknown-fields'] ||
    schema.additionalProperties === true;
  for (const field of Object.keys(value)) {
    if (isResource && ROOT_FIELDS.has(field)) continue;
    const fieldPath = path ? `${path}.${field}` : field;
    const fieldSchema = schemaOfField(schema, field);
    const fieldValue = value[field];
    if (fieldSchema) {
      if (fieldValue !== undefined) {
        pruneValue(fieldValue, fieldSchema, fieldPath, unknown);
      }
    } else if (!keepsAll) {
      delete value[field];
      unknown.push(fieldPath);
    }
  }
}

function pruneValue(
  value: JsonValue,
  schema: Schema,
  path: string,
  unknown: string[],
): void {
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items) {
      value.forEach((item, index) =>
        pruneValue(item, items, `${path}[${index}]`, unknown),
      );
    }
  } else if (isObject(value)) {
    pruneObject(value, schema, path, unknown, false);
  }
}

/**
 * Drops the fields that the schema does not know, in place.
 *
 * @returns the paths of the dropped fields, sorted
 */
export function prune(object: JsonObject, schema: Schema): string[] {
  const unknown: string[] = [];
  pruneObject(object, schema, '', unknown, true);
  return unknown.sort();
}
