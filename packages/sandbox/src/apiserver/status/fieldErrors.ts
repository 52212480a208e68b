import { ApiError, StatusCause } from './apiError';

/** A finding about one field, worded as `k8s.io/apimachinery/pkg/util/validation/field` does. */
export interface FieldError {
  reason: string;
  field: string;
  message: string;
}

function quote(value: unknown): string {
  return JSON.stringify(value);
}

/** A value that has to be there is not (`field.Required`). */
export function required(field: string, detail?: string): FieldError {
  return {
    reason: 'FieldValueRequired',
    field,
    message: detail ? `Required value: ${detail}` : 'Required value',
  };
}

/** A value breaks a rule (`field.Invalid`). */
export function invalid(
  field: string,
  value: unknown,
  detail: string,
): FieldError {
  return {
    reason: 'FieldValueInvalid',
    field,
    message: `Invalid value: ${quote(value)}: ${detail}`,
  };
}

/** A value is of another type (`field.TypeInvalid`). */
export function typeInvalid(
  field: string,
  actual: string,
  detail: string,
): FieldError {
  return {
    reason: 'FieldValueTypeInvalid',
    field,
    message: `Invalid value: ${quote(actual)}: ${detail}`,
  };
}

/** A value is none of those that are known (`field.NotSupported`). */
export function notSupported(
  field: string,
  value: unknown,
  supported: unknown[],
): FieldError {
  return {
    reason: 'FieldValueNotSupported',
    field,
    message: `Unsupported value: ${quote(value)}: supported values: ${supported
      .map(quote)
      .join(', ')}`,
  };
}

/** A value stands twice where each may stand once (`field.Duplicate`). */
export function duplicate(field: string, value: unknown): FieldError {
  return {
    reason: 'FieldValueDuplicate',
    field,
    message: `Duplicate value: ${quote(value)}`,
  };
}

/** A text has more bytes than it may (`field.TooLong`). */
export function tooLong(field: string, maximum: number): FieldError {
  return {
    reason: 'FieldValueTooLong',
    field,
    message: `Too long: may not be more than ${maximum} bytes`,
  };
}

/** A list has more items than it may (`field.TooMany`). */
export function tooMany(
  field: string,
  actual: number,
  maximum: number,
): FieldError {
  return {
    reason: 'FieldValueTooMany',
    field,
    message: `Too many: ${actual}: must have at most ${maximum} items`,
  };
}

/** A value may not be set now (`field.Forbidden`). */
export function forbidden(field: string, detail: string): FieldError {
  return {
    reason: 'FieldValueForbidden',
    field,
    message: `Forbidden: ${detail}`,
  };
}

/** The 422 that carries field errors as causes. */
export function invalidObject(
  kind: { group: string; kind: string },
  name: string,
  errors: FieldError[],
): ApiError {
  // The message names what was found twice once (`ErrorList.ToAggregate`), the causes name it twice.
  const texts = [
    ...new Set(errors.map(error => `${error.field}: ${error.message}`)),
  ];
  const summary = texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
  const causes: StatusCause[] = errors.map(({ reason, message, field }) => ({
    reason,
    message,
    field,
  }));
  const qualifiedKind = kind.group ? `${kind.kind}.${kind.group}` : kind.kind;
  return new ApiError(
    422,
    'Invalid',
    `${qualifiedKind} "${name}" is invalid: ${summary}`,
    {
      ...(name && { name }),
      ...(kind.group && { group: kind.group }),
      ...(kind.kind && { kind: kind.kind }),
      causes,
    },
  );
}
