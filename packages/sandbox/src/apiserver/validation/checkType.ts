import { FieldError, typeInvalid } from '../status/fieldErrors';
import { JsonValue } from '../types';
import { fieldOf, Place } from './findings';
import { Schema } from './schema';

/** The types that a schema allows; an int-or-string is both. */
export function typesOf(schema: Schema): string[] {
  if (schema['x-kubernetes-int-or-string']) return ['integer', 'string'];
  return schema.type ? [schema.type] : [];
}

/** What go-openapi calls the type of a value, and the format that it sees in it. */
function kindOf(value: JsonValue): { type: string; format: string } {
  if (value === null) return { type: 'null', format: '' };
  if (Array.isArray(value)) return { type: 'array', format: '' };
  if (typeof value === 'number') {
    return Number.isInteger(value)
      ? { type: 'integer', format: 'int64' }
      : { type: 'number', format: 'float64' };
  }
  return { type: typeof value, format: '' };
}

/** Checks the type of a value as `typeValidator` of kube-openapi does, with its odd words for values with a format. */
export function checkType(
  value: JsonValue,
  schema: Schema,
  place: Place,
): FieldError[] {
  const types = typesOf(schema);
  const refuse = (wanted: string, actual: string) => [
    typeInvalid(
      fieldOf(place),
      actual,
      `${place.path} in body must be of type ${wanted}: ${JSON.stringify(
        actual,
      )}`,
    ),
  ];
  if (types.length === 0) return [];
  if (value === null) {
    return schema.nullable ? [] : refuse(types.join(','), 'null');
  }
  const { type, format } = kindOf(value);
  const fits =
    types.includes(type) || (type === 'integer' && types.includes('number'));
  if (fits) return [];
  const listed = type === 'string' || type === 'array';
  if (schema.format && !listed) {
    return format === schema.format ? [] : refuse(schema.format, format);
  }
  const numeric = types.includes('integer') || types.includes('number');
  // A text or list under a format is left to the check of the format.
  if (schema.format && listed && !numeric) return [];
  return refuse(types.join(','), type);
}
