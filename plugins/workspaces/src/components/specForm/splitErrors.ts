import type { FieldError } from '@butler-portal/plugin-butler-common';
import type { SpecValues } from './values';

/** The fields of one form, for what the backend says of them. */
export interface FormFields<Field extends string> {
  /** The field that a path of the request belongs to; undefined when the form has none. */
  fieldOfPath(path: string): Field | undefined;
  /** The fields from top to bottom, without what is in them: the first that was refused gets the focus. */
  order: readonly string[];
}

function rank(field: string, order: readonly string[]): number {
  const [section, index = '0'] = field.split('.');
  return order.indexOf(section) * 1_000 + (Number(index) || 0);
}

function isThere(
  field: string,
  { repositories }: Pick<SpecValues, 'repositories'>,
): boolean {
  const index = /^repositories\.(\d+)/.exec(field)?.[1];
  return index === undefined || Number(index) < repositories.length;
}

/** Sorts what the backend refused into what belongs at a field of the form and what does not. */
export function splitErrors<Field extends string>(
  errors: readonly FieldError[],
  values: Pick<SpecValues, 'repositories'>,
  { fieldOfPath, order }: FormFields<Field>,
): { atFields: { field: Field; message: string }[]; others: string[] } {
  const atFields: { field: Field; message: string }[] = [];
  const others: string[] = [];
  for (const { path, message } of errors) {
    const field = fieldOfPath(path);
    if (field && isThere(field, values)) atFields.push({ field, message });
    else others.push(`${path}: ${message}`);
  }
  atFields.sort(
    (one, other) => rank(one.field, order) - rank(other.field, order),
  );
  return { atFields, others };
}
