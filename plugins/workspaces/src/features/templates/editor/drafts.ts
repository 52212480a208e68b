import type { TemplateDetails } from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import { draftKey } from '../../../hooks/useFormDraft';
import { templateValuesSchema } from './values';
import type { TemplateValues } from './values';

/** What is kept of the form of a new template. */
export const newDraftSchema = z.object({
  values: templateValuesSchema,
  savedAt: z.number(),
});

/** The draft of a new template, of now. */
export function packNewDraft(
  values: TemplateValues,
): z.infer<typeof newDraftSchema> {
  return { values, savedAt: Date.now() };
}

/** Where it is kept: each start has a draft of its own. */
export function newDraftKey(email: string, source: string): string {
  return draftKey(email, 'new-template', source);
}

/** What is kept of the form of a template that exists: what was typed, and the version it was typed over. */
export const editDraftSchema = newDraftSchema.extend({
  opened: z.custom<TemplateDetails>(
    value => typeof value === 'object' && value !== null && 'spec' in value,
  ),
});

/** Where it is kept. */
export function editDraftKey(email: string, id: string): string {
  return draftKey(email, 'edit-template', id);
}
