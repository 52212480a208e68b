import type { ButlerError } from '../../../api';
import type { FormFields, Refused } from '../../../components/specForm';
import { fieldOfPath } from '../form/fieldPaths';
import type { CreateField } from '../form/fieldPaths';
import { fieldsOf, STEPS } from '../wizard/steps';

/** The wizard's fields, from its first step to its last. */
export const WIZARD_FIELDS: FormFields<CreateField> = {
  fieldOfPath,
  order: STEPS.flatMap(fieldsOf),
};

/** Puts what the backend refuses at the fields of the wizard. */
export type Refuse = (error: ButlerError) => Refused<CreateField>;
