import { FieldError } from '../status/fieldErrors';
import { JsonValue } from '../types';
import { Place, unplaced } from './findings';
import { Schema } from './schema';

type Check = (value: JsonValue, schema: Schema, place: Place) => FieldError[];

function checkAnyOf(results: FieldError[][], place: Place): FieldError[] {
  if (results.length === 0 || results.some(r => r.length === 0)) return [];
  return [
    unplaced(
      place,
      `"${place.path}" must validate at least one schema (anyOf)`,
    ),
    ...results[0],
  ];
}

function checkOneOf(results: FieldError[][], place: Place): FieldError[] {
  const valid = results.filter(r => r.length === 0).length;
  if (results.length === 0 || valid === 1) return [];
  const found =
    valid === 0 ? 'Found none valid' : `Found ${valid} valid alternatives`;
  return [
    unplaced(
      place,
      `"${place.path}" must validate one and only one schema (oneOf). ${found}`,
    ),
    ...(valid === 0 ? results[0] : []),
  ];
}

function checkAllOf(results: FieldError[][], place: Place): FieldError[] {
  const valid = results.filter(r => r.length === 0).length;
  if (valid === results.length) return [];
  const none = valid === 0 ? '. None validated' : '';
  return [
    ...results.flat(),
    unplaced(
      place,
      `"${place.path}" must validate all the schemas (allOf)${none}`,
    ),
  ];
}

/** Checks `allOf`, `anyOf`, `oneOf` and `not`, as `schemaPropsValidator` of kube-openapi does. */
export function checkCombined(
  value: JsonValue,
  schema: Schema,
  place: Place,
  check: Check,
): FieldError[] {
  const each = (schemas: Schema[] = []) =>
    schemas.map(alternative => check(value, alternative, place));
  const errors = [
    ...checkAnyOf(each(schema.anyOf), place),
    ...checkOneOf(each(schema.oneOf), place),
    ...checkAllOf(each(schema.allOf), place),
  ];
  if (schema.not && check(value, schema.not, place).length === 0) {
    errors.push(
      unplaced(place, `"${place.path}" must not validate the schema (not)`),
    );
  }
  return errors;
}
