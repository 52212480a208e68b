import {
  duplicate,
  FieldError,
  invalid,
  notSupported,
  required,
  tooLong,
  tooMany,
  typeInvalid,
} from '../status/fieldErrors';
import { isObject, JsonObject, JsonValue } from '../types';
import { hasFormat } from './formats';
import { Schema, schemaOfField } from './schema';

/** What go-openapi calls the type of a value. */
function typeName(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') {
    return Number.isInteger(value) ? 'integer' : 'number';
  }
  return typeof value;
}

function matchesType(value: JsonValue, type: string): boolean {
  const actual = typeName(value);
  return actual === type || (type === 'number' && actual === 'integer');
}

function child(path: string, field: string): string {
  return path ? `${path}.${field}` : field;
}

function checkString(text: string, schema: Schema, path: string): FieldError[] {
  const errors: FieldError[] = [];
  const length = [...text].length;
  if (schema.minLength !== undefined && length < schema.minLength) {
    errors.push(
      invalid(
        path,
        text,
        `${path} in body should be at least ${schema.minLength} chars long`,
      ),
    );
  }
  if (schema.maxLength !== undefined && length > schema.maxLength) {
    errors.push(tooLong(path, schema.maxLength));
  }
  if (schema.pattern && !new RegExp(schema.pattern, 'u').test(text)) {
    errors.push(
      invalid(path, text, `${path} in body should match '${schema.pattern}'`),
    );
  }
  if (schema.format && !hasFormat(text, schema.format)) {
    // Kubernetes names only the last part of the path here.
    errors.push(
      typeInvalid(
        path,
        text,
        `${path.slice(path.lastIndexOf('.') + 1)} in body must be of type ${
          schema.format
        }: ${JSON.stringify(text)}`,
      ),
    );
  }
  return errors;
}

function checkNumber(
  value: number,
  schema: Schema,
  path: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (
    minimum !== undefined &&
    (exclusiveMinimum ? value <= minimum : value < minimum)
  ) {
    const than = exclusiveMinimum ? 'greater than' : 'greater than or equal to';
    errors.push(
      invalid(path, value, `${path} in body should be ${than} ${minimum}`),
    );
  }
  if (
    maximum !== undefined &&
    (exclusiveMaximum ? value >= maximum : value > maximum)
  ) {
    const than = exclusiveMaximum ? 'less than' : 'less than or equal to';
    errors.push(
      invalid(path, value, `${path} in body should be ${than} ${maximum}`),
    );
  }
  return errors;
}

function checkUnique(
  list: JsonValue[],
  schema: Schema,
  path: string,
): FieldError[] {
  const listType = schema['x-kubernetes-list-type'];
  if (listType !== 'set' && listType !== 'map') {
    return [];
  }
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  const seen = new Set<string>();
  const errors: FieldError[] = [];
  list.forEach((item, index) => {
    const identity =
      listType === 'map' && isObject(item)
        ? Object.fromEntries(keys.map(key => [key, item[key] ?? null]))
        : item;
    const text = JSON.stringify(identity);
    if (seen.has(text)) {
      errors.push(duplicate(`${path}[${index}]`, identity));
    }
    seen.add(text);
  });
  return errors;
}

function checkArray(
  list: JsonValue[],
  schema: Schema,
  path: string,
): FieldError[] {
  if (schema.maxItems !== undefined && list.length > schema.maxItems) {
    return [tooMany(path, list.length, schema.maxItems)];
  }
  const errors: FieldError[] = [];
  if (schema.minItems !== undefined && list.length < schema.minItems) {
    errors.push(
      invalid(
        path,
        list.length,
        `${path} in body should have at least ${schema.minItems} items`,
      ),
    );
  }
  const { items } = schema;
  if (items) {
    list.forEach((item, index) =>
      errors.push(...validateValue(item, items, `${path}[${index}]`)),
    );
  }
  return [...errors, ...checkUnique(list, schema, path)];
}

function checkObject(
  object: JsonObject,
  schema: Schema,
  path: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const missing = new Set<string>();
  for (const field of schema.required ?? []) {
    const fieldSchema = schemaOfField(schema, field);
    if (
      object[field] === undefined ||
      (object[field] === null && !fieldSchema?.nullable)
    ) {
      missing.add(field);
      errors.push(required(child(path, field)));
    }
  }
  if (
    schema.maxProperties !== undefined &&
    Object.keys(object).length > schema.maxProperties
  ) {
    errors.push(
      tooMany(path, Object.keys(object).length, schema.maxProperties),
    );
  }
  for (const [field, value] of Object.entries(object)) {
    const fieldSchema = schemaOfField(schema, field);
    if (fieldSchema && value !== undefined && !missing.has(field)) {
      errors.push(...validateValue(value, fieldSchema, child(path, field)));
    }
  }
  return errors;
}

function checkIntOrString(value: JsonValue, path: string): FieldError[] {
  const actual = typeName(value);
  if (actual === 'integer' || actual === 'string') {
    return [];
  }
  return [
    typeInvalid(
      path,
      actual,
      `${path} in body must be of type integer,string: "${actual}"`,
    ),
  ];
}

/**
 * Checks a value against a structural schema.
 *
 * @returns the findings, with the paths and words that Kubernetes uses
 */
export function validateValue(
  value: JsonValue,
  schema: Schema,
  path: string,
): FieldError[] {
  if (value === null && schema.nullable) {
    return [];
  }
  if (schema['x-kubernetes-int-or-string']) {
    const errors = checkIntOrString(value, path);
    if (errors.length > 0) return errors;
  } else if (schema.type && !matchesType(value, schema.type)) {
    const actual = typeName(value);
    return [
      typeInvalid(
        path,
        actual,
        `${path} in body must be of type ${schema.type}: "${actual}"`,
      ),
    ];
  }
  const errors: FieldError[] = [];
  if (
    schema.enum &&
    !schema.enum.some(
      option => JSON.stringify(option) === JSON.stringify(value),
    )
  ) {
    errors.push(notSupported(path, value, schema.enum));
  }
  if (typeof value === 'string') {
    errors.push(...checkString(value, schema, path));
  } else if (typeof value === 'number') {
    errors.push(...checkNumber(value, schema, path));
  } else if (Array.isArray(value)) {
    errors.push(...checkArray(value, schema, path));
  } else if (isObject(value)) {
    errors.push(...checkObject(value, schema, path));
  }
  return errors;
}
