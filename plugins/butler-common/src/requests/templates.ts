import { z } from 'zod';
import { TEMPLATE_CATEGORIES } from '../resources';
import { isPlainText, isTemplateIcon } from '../rules';
import { FIELD_MESSAGES } from './fieldMessages';
import {
  dnsLabelSchema,
  imageSchema,
  lineSchema,
  resourceVersionSchema,
  storageSizeSchema,
} from './fields';
import { MAX_DESCRIPTION_LENGTH, MAX_TITLE_LENGTH } from './limits';
import { repositoriesSchema } from './repositories';
import {
  dotfilesSchema,
  envFromSchema,
  resourcesSchema,
} from './workspaceSpec';

/** What a workspace that is made from a template starts with. */
const templateBodySchema = z.strictObject({
  image: imageSchema,
  repositories: repositoriesSchema.optional(),
  envFrom: envFromSchema.optional(),
  dotfiles: dotfilesSchema.optional(),
  resources: resourcesSchema.optional(),
  storageSize: storageSizeSchema.optional(),
  repository: z.never(FIELD_MESSAGES.repository.deprecated).optional(),
});

/** What a person decides about a template. Its scope follows from where it is kept. */
const templateSpecSchema = z.strictObject({
  displayName: lineSchema(MAX_TITLE_LENGTH, {
    empty: FIELD_MESSAGES.template.titleMissing,
    tooLong: FIELD_MESSAGES.template.titleTooLong,
  }),
  description: z
    .string()
    .max(MAX_DESCRIPTION_LENGTH, FIELD_MESSAGES.template.descriptionTooLong)
    .refine(isPlainText, FIELD_MESSAGES.text.lines)
    .optional(),
  icon: z
    .string()
    .refine(isTemplateIcon, FIELD_MESSAGES.template.icon)
    .meta({ maxLength: 2048 })
    .optional(),
  category: z
    .enum(TEMPLATE_CATEGORIES, FIELD_MESSAGES.template.category)
    .optional(),
  template: templateBodySchema,
  scope: z.never(FIELD_MESSAGES.template.scope).optional(),
});

/** Body of `POST /templates` and `POST /teams/:team/templates`. */
export const createTemplateSchema = z.strictObject({
  name: dnsLabelSchema,
  spec: templateSpecSchema,
});

/** Body of `PUT /templates/:name` and `PUT /teams/:team/templates/:name`. */
export const putTemplateSchema = z.strictObject({
  metadata: z.strictObject({
    /** Of the template that was edited: when there is a newer one by now, the answer is 409. */
    resourceVersion: resourceVersionSchema,
  }),
  spec: templateSpecSchema,
});

/** What {@link createTemplateSchema} takes, parsed. */
export type CreateTemplateRequest = z.infer<typeof createTemplateSchema>;
/** What {@link putTemplateSchema} takes, parsed. */
export type PutTemplateRequest = z.infer<typeof putTemplateSchema>;
