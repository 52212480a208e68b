import type { FieldPath, UseFormReturn } from 'react-hook-form';
import type { ButlerError } from '../../api';
import { splitErrors } from './splitErrors';
import type { FormFields } from './splitErrors';
import type { FieldText } from './useFieldText';
import type { SpecValues } from './values';

/** What became of a refusal: the fields that now say it, and what belongs to no field. */
export interface Refused<Field extends string> {
  fields: Field[];
  others: string[];
}

/** Puts what the backend refuses at the fields of the form. */
export function refuseFields<Values extends SpecValues>(
  form: UseFormReturn<Values>,
  known: FormFields<FieldPath<Values>>,
  error: ButlerError,
  fieldText: FieldText,
): Refused<FieldPath<Values>> {
  const { atFields, others } = splitErrors(
    error.fields.map(({ path, message }) => ({
      path,
      message: fieldText(message),
    })),
    form.getValues(),
    known,
  );
  atFields.forEach(({ field, message }) =>
    form.setError(field, { type: 'server', message }),
  );
  return { fields: atFields.map(({ field }) => field), others };
}
