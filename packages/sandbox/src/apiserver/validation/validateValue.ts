import {
  FieldError,
  invalid,
  notSupported,
  required,
  tooMany,
} from '../status/fieldErrors';
import { isObject, JsonObject, JsonValue } from '../types';
import { checkCombined } from './checkCombined';
import { checkNumber, checkString } from './checkScalars';
import { checkType } from './checkType';
import { childPlace, fieldOf, Place } from './findings';
import { Schema, schemaOfField } from './schema';

function sameJson(a: JsonValue, b: JsonValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function checkEnum(
  value: JsonValue,
  schema: Schema,
  place: Place,
): FieldError[] {
  const { enum: options } = schema;
  if (!options || options.some(option => sameJson(option, value))) return [];
  return [notSupported(fieldOf(place), value, options)];
}

/** Checks how many items or properties there are. */
function checkSize(
  size: number,
  limits: { min?: number; max?: number; what: 'items' | 'properties' },
  place: Place,
): FieldError[] {
  const { min, max, what } = limits;
  const errors: FieldError[] = [];
  if (min !== undefined && size < min) {
    errors.push(
      invalid(
        fieldOf(place),
        size,
        `${place.path} in body should have at least ${min} ${what}`,
      ),
    );
  }
  if (max !== undefined && size > max) {
    errors.push(tooMany(fieldOf(place), size, max));
  }
  return errors;
}

function checkArray(
  list: JsonValue[],
  schema: Schema,
  place: Place,
): FieldError[] {
  const { items, minItems: min, maxItems: max, uniqueItems } = schema;
  const errors = checkSize(list.length, { min, max, what: 'items' }, place);
  if (items) {
    list.forEach((item, index) =>
      errors.push(...check(item, items, childPlace(place, `[${index}]`))),
    );
  }
  const texts = new Set(list.map(item => JSON.stringify(item)));
  if (uniqueItems && texts.size < list.length) {
    errors.push(
      invalid(
        fieldOf(place),
        '',
        `${place.path} in body shouldn't contain duplicates`,
      ),
    );
  }
  return errors;
}

function checkObject(
  object: JsonObject,
  schema: Schema,
  place: Place,
): FieldError[] {
  const missing = (schema.required ?? []).filter(
    field =>
      object[field] === undefined ||
      (object[field] === null && !schemaOfField(schema, field)?.nullable),
  );
  const size = Object.keys(object).length;
  const { minProperties: min, maxProperties: max } = schema;
  const errors = [
    ...missing.map(field => required(fieldOf(childPlace(place, field)))),
    ...checkSize(size, { min, max, what: 'properties' }, place),
  ];
  if (schema['x-kubernetes-embedded-resource']) {
    for (const field of ['apiVersion', 'kind']) {
      if (!object[field]) {
        errors.push(
          required(fieldOf(childPlace(place, field)), 'must not be empty'),
        );
      }
    }
  }
  for (const [field, value] of Object.entries(object)) {
    const fieldSchema = schemaOfField(schema, field);
    if (fieldSchema && value !== undefined && !missing.includes(field)) {
      errors.push(...check(value, fieldSchema, childPlace(place, field)));
    }
  }
  return errors;
}

function check(value: JsonValue, schema: Schema, place: Place): FieldError[] {
  const errors = checkType(value, schema, place);
  if (value === null) {
    return schema.nullable
      ? errors
      : [...errors, ...checkEnum(value, schema, place)];
  }
  errors.push(
    ...checkCombined(value, schema, place, check),
    ...checkEnum(value, schema, place),
  );
  if (typeof value === 'string') {
    errors.push(...checkString(value, schema, place));
  } else if (typeof value === 'number') {
    errors.push(...checkNumber(value, schema, place));
  } else if (Array.isArray(value)) {
    errors.push(...checkArray(value, schema, place));
  } else if (isObject(value)) {
    errors.push(...checkObject(value, schema, place));
  }
  return errors;
}

/**
 * Checks a value against a structural schema, with the words of kube-openapi. Duplicates in sets and maps are found by
 * `checkLists`.
 *
 * @param base - the field that holds the value, such as `status`; the root of the object by default
 */
export function validateValue(
  value: JsonValue,
  schema: Schema,
  base = '',
): FieldError[] {
  const errors = check(value, schema, { path: '', base });
  // Two branches of a schema that find the same are one finding.
  const unique = new Map(
    errors.map(error => [`${error.field} ${error.message}`, error]),
  );
  return [...unique.values()];
}
