import {
  FieldError,
  invalid,
  tooLong,
  typeInvalid,
} from '../status/fieldErrors';
import { typesOf } from './checkType';
import { fieldOf, Place, unplaced } from './findings';
import { hasFormat } from './formats';
import { compilePattern, Schema } from './schema';

const INTEGER_RANGES: Record<string, [min: number, max: number]> = {
  int32: [-(2 ** 31), 2 ** 31 - 1],
  int64: [-(2 ** 63), 2 ** 63],
};

/** Checks what a schema says of texts. */
export function checkString(
  text: string,
  schema: Schema,
  place: Place,
): FieldError[] {
  const field = fieldOf(place);
  const errors: FieldError[] = [];
  const length = [...text].length;
  const { minLength, maxLength, pattern, format } = schema;
  if (minLength !== undefined && length < minLength) {
    errors.push(
      invalid(
        field,
        text,
        `${place.path} in body should be at least ${minLength} chars long`,
      ),
    );
  }
  if (maxLength !== undefined && length > maxLength) {
    errors.push(tooLong(field, maxLength));
  }
  if (pattern && !compilePattern(pattern).test(text)) {
    errors.push(
      invalid(field, text, `${place.path} in body should match '${pattern}'`),
    );
  }
  if (format && !hasFormat(text, format)) {
    errors.push(
      typeInvalid(
        field,
        text,
        `${place.path} in body must be of type ${format}: ${JSON.stringify(
          text,
        )}`,
      ),
    );
  }
  return errors;
}

function checkRange(value: number, schema: Schema, place: Place): FieldError[] {
  const [type] = typesOf(schema);
  if (type !== 'integer') return [];
  const format = schema.format ?? '';
  const [min, max] = INTEGER_RANGES[format] ?? INTEGER_RANGES.int64;
  if (Number.isInteger(value) && value >= min && value <= max) return [];
  const what = format ? `with format ${format}` : '(default format)';
  return [
    unplaced(
      place,
      `Checked value must be of type integer ${what} in ${place.path}`,
    ),
  ];
}

/** Checks what a schema says of numbers. */
export function checkNumber(
  value: number,
  schema: Schema,
  place: Place,
): FieldError[] {
  const errors = checkRange(value, schema, place);
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } =
    schema;
  const refuse = (text: string) =>
    errors.push(
      invalid(fieldOf(place), value, `${place.path} in body should be ${text}`),
    );
  if (multipleOf && !Number.isInteger(value / multipleOf)) {
    refuse(`a multiple of ${multipleOf}`);
  }
  if (
    minimum !== undefined &&
    (exclusiveMinimum ? value <= minimum : value < minimum)
  ) {
    refuse(`greater than ${exclusiveMinimum ? '' : 'or equal to '}${minimum}`);
  }
  if (
    maximum !== undefined &&
    (exclusiveMaximum ? value >= maximum : value > maximum)
  ) {
    refuse(`less than ${exclusiveMaximum ? '' : 'or equal to '}${maximum}`);
  }
  return errors;
}
