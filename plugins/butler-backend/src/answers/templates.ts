import { TEMPLATE_CATEGORIES } from '@butler-portal/plugin-butler-common';
import type {
  TemplateDetails,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import { answer } from './answer';
import { metadata } from './common';
import type { Served } from './common';
import { dotfiles, envFrom, repository, resources } from './workspaces';

/** A template as writes answer with it. */
export const template = answer<Served<WorkspaceTemplate>>('Template')(
  z.object({
    apiVersion: z.string(),
    kind: z.literal('WorkspaceTemplate'),
    metadata,
    spec: z.object({
      displayName: z.string(),
      description: z.string().optional(),
      icon: z
        .string()
        .meta({ description: 'A Material icon name or an https URL' })
        .optional(),
      category: z.enum(TEMPLATE_CATEGORIES).optional(),
      scope: z.enum(['cluster', 'team']).optional(),
      template: z.object({
        image: z.string(),
        repository: repository.meta({ deprecated: true }).optional(),
        repositories: z.array(repository).optional(),
        envFrom: envFrom.optional(),
        dotfiles: dotfiles.optional(),
        resources: resources.optional(),
        storageSize: z.union([z.string(), z.number()]).optional(),
      }),
    }),
  }),
);

/** `GET /templates`, `GET /teams/:team/templates` */
export const templateList = answer<{ items: Served<WorkspaceTemplate>[] }>(
  'TemplateList',
)(z.object({ items: z.array(template) }));

/** A template with the workspaces that were made from it. */
export const templateDetails = answer<Served<TemplateDetails>>(
  'TemplateDetails',
)(
  template.extend({
    usedBy: z.object({
      totalItems: z.number(),
      items: z.array(
        z.object({ team: z.string(), name: z.string(), owner: z.string() }),
      ),
    }),
  }),
);
