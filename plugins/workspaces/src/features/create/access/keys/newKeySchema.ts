import { addSshKeySchema } from '@butler-portal/plugin-butler-common';
import { requestIssues } from '../../../../components/specForm';
import type { FieldText } from '../../../../components/specForm';
import { valuesSchema } from '../../form/values';

/** The schema of the form that adds a key: its fields are called as the request calls them. */
export function newKeySchema(fieldText: FieldText) {
  return valuesSchema.shape.newKey.superRefine((request, context) =>
    requestIssues(addSshKeySchema, request, path => path, fieldText).forEach(
      issue => context.addIssue(issue),
    ),
  );
}
