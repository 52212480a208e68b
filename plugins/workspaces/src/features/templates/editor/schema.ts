import { createTemplateSchema } from '@butler-portal/plugin-butler-common';
import { requestIssues } from '../../../components/specForm';
import type { FieldText } from '../../../components/specForm';
import { fieldOfPath } from './fieldPaths';
import { templateValuesSchema, toTemplateRequest } from './values';

/** The form's schema: the request's schema at the form's fields. The backend checks it again. */
export function templateFormSchema(fieldText: FieldText) {
  return templateValuesSchema.superRefine((values, context) => {
    const request = toTemplateRequest(values);
    requestIssues(
      createTemplateSchema,
      request,
      fieldOfPath,
      fieldText,
    ).forEach(issue => context.addIssue(issue));
  });
}
