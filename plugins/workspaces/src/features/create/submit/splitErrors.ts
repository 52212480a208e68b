import type { FieldError } from '@butler-portal/plugin-butler-common';
import { fieldOfPath } from '../form/fieldPaths';
import type { CreateField } from '../form/fieldPaths';
import type { CreateValues } from '../form/values';
import { fieldsOf, STEPS } from '../wizard/steps';

// The first of them gets the focus.
const FORM_ORDER = STEPS.flatMap(fieldsOf);

function rank(field: CreateField): number {
  const [section, index = '0'] = field.split('.');
  return (
    FORM_ORDER.indexOf(section as keyof CreateValues) * 1_000 +
    (Number(index) || 0)
  );
}

function isThere(field: CreateField, values: CreateValues): boolean {
  const index = /^repositories\.(\d+)/.exec(field)?.[1];
  return index === undefined || Number(index) < values.repositories.length;
}

/** Sorts what the backend refused into what belongs at a field of the form and what does not. */
export function splitErrors(
  fields: readonly FieldError[],
  values: CreateValues,
): { atFields: { field: CreateField; message: string }[]; others: string[] } {
  const atFields: { field: CreateField; message: string }[] = [];
  const others: string[] = [];
  for (const { path, message } of fields) {
    const field = fieldOfPath(path);
    if (field && isThere(field, values)) atFields.push({ field, message });
    else others.push(`${path}: ${message}`);
  }
  atFields.sort((one, other) => rank(one.field) - rank(other.field));
  return { atFields, others };
}
