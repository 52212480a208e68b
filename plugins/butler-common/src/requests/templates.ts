import { z } from 'zod';
import { TEMPLATE_CATEGORIES } from '../resources';
import { isPlainText, isTemplateIcon } from '../rules';
import {
  dnsLabelSchema,
  imageSchema,
  lineSchema,
  resourceVersionSchema,
  storageSizeSchema,
} from './fields';
import { repositoriesSchema } from './repositories';
import {
  dotfilesSchema,
  envFromSchema,
  resourcesSchema,
} from './workspaceSpec';

const MAX_TITLE_LENGTH = 100;
const MAX_DESCRIPTION_LENGTH = 2000;

/** What a workspace that is made from a template starts with. */
const templateBodySchema = z.strictObject({
  image: imageSchema,
  repositories: repositoriesSchema.optional(),
  envFrom: envFromSchema.optional(),
  dotfiles: dotfilesSchema.optional(),
  resources: resourcesSchema.optional(),
  storageSize: storageSizeSchema.optional(),
  repository: z.never('Write a list, repositories, instead.').optional(),
});

/** What a person decides about a template. Its scope follows from where it is kept. */
const templateSpecSchema = z.strictObject({
  displayName: lineSchema(MAX_TITLE_LENGTH, 'Give the template a title.'),
  description: z
    .string()
    .max(
      MAX_DESCRIPTION_LENGTH,
      `${MAX_DESCRIPTION_LENGTH} characters at most.`,
    )
    .refine(
      isPlainText,
      'Remove the invisible characters (control characters, turned reading direction).',
    )
    .optional(),
  icon: z
    .string()
    .refine(
      isTemplateIcon,
      'Use the name of a Material icon such as LocalCafe, or an https:// address of a picture.',
    )
    .meta({ maxLength: 2048 })
    .optional(),
  category: z.enum(TEMPLATE_CATEGORIES).optional(),
  template: templateBodySchema,
  scope: z
    .never('The scope follows from where the template is kept; leave this out.')
    .optional(),
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
