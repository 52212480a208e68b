import { z } from 'zod';
import { repositoryDirectory } from '../rules';
import {
  dnsLabelSchema,
  imageSchema,
  quantitySchema,
  repositorySchema,
  workspaceNameSchema,
} from './fields';

const MAX_REPOSITORIES = 20;

const repositoriesSchema = z
  .array(repositorySchema)
  .max(MAX_REPOSITORIES, `${MAX_REPOSITORIES} repositories at most.`)
  .superRefine((repositories, context) => {
    const seen = new Set<string>();
    repositories.forEach((repository, index) => {
      const directory = repositoryDirectory(repository);
      if (seen.has(directory)) {
        context.addIssue({
          code: 'custom',
          path: [index, 'url'],
          message: `Another repository is cloned to “${directory}” already; give one of them a directory name.`,
        });
      }
      seen.add(directory);
    });
  });

/** What a person decides about a new workspace. Everything else the backend or the controller sets. */
export const workspaceDraftSpecSchema = z.strictObject({
  clusterRef: z.strictObject({ name: dnsLabelSchema }),
  image: imageSchema,
  repositories: repositoriesSchema.optional(),
  resources: z
    .strictObject({
      cpu: quantitySchema('2 or 500m').optional(),
      memory: quantitySchema('4Gi').optional(),
    })
    .optional(),
  storageSize: quantitySchema('10Gi').optional(),
  owner: z
    .never('The owner is the person who creates the workspace; leave this out.')
    .optional(),
});

/** Body of `POST /teams/:team/workspaces`. */
export const createWorkspaceSchema = z.strictObject({
  name: workspaceNameSchema,
  /** The template that it starts from, for the record; its content is in `spec`. */
  template: z
    .strictObject({ namespace: dnsLabelSchema, name: dnsLabelSchema })
    .optional(),
  spec: workspaceDraftSpecSchema,
});

export type CreateWorkspaceRequest = z.infer<typeof createWorkspaceSchema>;
