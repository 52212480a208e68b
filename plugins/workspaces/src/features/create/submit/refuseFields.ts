import type { UseFormReturn } from 'react-hook-form';
import type { ButlerError } from '../../../api';
import type { CreateField } from '../form/fieldPaths';
import type { CreateValues } from '../form/values';
import { splitErrors } from './splitErrors';

/** What became of a refusal: the fields that now say it, and what belongs to no field. */
export interface Refused {
  fields: CreateField[];
  others: string[];
}

/** Puts what the backend refuses at the fields of the form. */
export type Refuse = (error: ButlerError) => Refused;

/** {@link Refuse} for a form. */
export function refuseFields(form: UseFormReturn<CreateValues>): Refuse {
  return error => {
    const { atFields, others } = splitErrors(error.fields, form.getValues());
    atFields.forEach(({ field, message }) =>
      form.setError(field, { type: 'server', message }),
    );
    return { fields: atFields.map(({ field }) => field), others };
  };
}
