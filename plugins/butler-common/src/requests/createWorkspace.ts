import { z } from 'zod';
import { FIELD_MESSAGES } from './fieldMessages';
import {
  dnsLabelSchema,
  imageSchema,
  storageSizeSchema,
  workspaceNameSchema,
} from './fields';
import { repositoriesSchema } from './repositories';
import {
  autoStopAfterSchema,
  dotfilesSchema,
  editorConfigSchema,
  envFromSchema,
  idleTimeoutSchema,
  resourcesSchema,
  sshPublicKeysSchema,
} from './workspaceSpec';

/** What a person decides about a new workspace. Everything else the backend or the controller sets. */
const workspaceDraftSpecSchema = z.strictObject({
  clusterRef: z.strictObject({ name: dnsLabelSchema }),
  image: imageSchema,
  repositories: repositoriesSchema.optional(),
  envFrom: envFromSchema.optional(),
  resources: resourcesSchema.optional(),
  dotfiles: dotfilesSchema.optional(),
  idleTimeout: idleTimeoutSchema.optional(),
  autoStopAfter: autoStopAfterSchema.optional(),
  storageSize: storageSizeSchema.optional(),
  sshPublicKeys: sshPublicKeysSchema.optional(),
  editorConfig: editorConfigSchema.optional(),
  repository: z.never(FIELD_MESSAGES.repository.deprecated).optional(),
  owner: z.never(FIELD_MESSAGES.workspace.owner).optional(),
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

/** What {@link createWorkspaceSchema} takes, parsed. */
export type CreateWorkspaceRequest = z.infer<typeof createWorkspaceSchema>;
