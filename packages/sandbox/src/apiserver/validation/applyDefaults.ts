import { cloneJson, isObject, JsonValue } from '../types';
import { Schema, schemaOfField } from './schema';

/**
 * Fills in the schema's defaults, in place. A null in a field that has a default and may not be null becomes the
 * default, as the API conventions say ("Defaulting and Nullable" of the CRD docs).
 */
export function applyDefaults(value: JsonValue, schema: Schema): void {
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items) {
      value.forEach(item => applyDefaults(item, items));
    }
    return;
  }
  if (!isObject(value)) {
    return;
  }
  for (const [field, fieldSchema] of Object.entries(schema.properties ?? {})) {
    const missing =
      value[field] === undefined ||
      (value[field] === null && !fieldSchema.nullable);
    if (missing && fieldSchema.default !== undefined) {
      value[field] = cloneJson(fieldSchema.default);
    }
  }
  for (const [field, fieldValue] of Object.entries(value)) {
    const fieldSchema = schemaOfField(schema, field);
    if (fieldSchema && fieldValue !== undefined) {
      applyDefaults(fieldValue, fieldSchema);
    }
  }
}
