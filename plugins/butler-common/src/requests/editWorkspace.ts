import { z } from 'zod';
import { FIELD_MESSAGES } from './fieldMessages';
import { imageSchema, resourceVersionSchema } from './fields';
import { repositoriesSchema } from './repositories';
import {
  autoStopAfterSchema,
  dotfilesFields,
  editorConfigFields,
  envFromFields,
  idleTimeoutSchema,
  resourcesFields,
  sshPublicKeysSchema,
} from './workspaceSpec';

/**
 * The fields of a workspace that can be changed, as a JSON merge patch (RFC 7396): what is left out
 * stays, `null` removes. The timeouts hold from the next reconcile on, everything else from the next
 * start (contract, section 3.3).
 */
const patchSchema = z.strictObject({
  image: imageSchema.optional(),
  repositories: repositoriesSchema.nullish(),
  envFrom: z
    .strictObject({
      kind: envFromFields.kind.optional(),
      name: envFromFields.name.optional(),
      namespace: envFromFields.namespace.nullish(),
      container: envFromFields.container.nullish(),
    })
    .nullish(),
  resources: z
    .strictObject({
      cpu: resourcesFields.cpu.nullish(),
      memory: resourcesFields.memory.nullish(),
    })
    .nullish(),
  dotfiles: z
    .strictObject({
      url: dotfilesFields.url.optional(),
      installCommand: dotfilesFields.installCommand.nullish(),
    })
    .nullish(),
  idleTimeout: idleTimeoutSchema.nullish(),
  autoStopAfter: autoStopAfterSchema.nullish(),
  sshPublicKeys: sshPublicKeysSchema.nullish(),
  editorConfig: z
    .strictObject({
      neovimConfigRepo: editorConfigFields.neovimConfigRepo.nullish(),
      neovimInitLua: editorConfigFields.neovimInitLua.nullish(),
      neovimConfigArchive: editorConfigFields.neovimConfigArchive.nullish(),
    })
    .nullish(),
  clusterRef: z.never(FIELD_MESSAGES.workspace.clusterStays).optional(),
  owner: z.never(FIELD_MESSAGES.workspace.ownerStays).optional(),
  storageSize: z.never(FIELD_MESSAGES.workspace.storageStays).optional(),
  repository: z.never(FIELD_MESSAGES.repository.deprecated).optional(),
});

/** Body of `PATCH /teams/:team/workspaces/:name`. */
export const editWorkspaceSchema = z.strictObject({
  metadata: z
    .strictObject({
      /** Of the object that was edited: when there is a newer one by now, the answer is 409. */
      resourceVersion: resourceVersionSchema.optional(),
    })
    .optional(),
  spec: patchSchema.refine(
    spec => Object.keys(spec).length > 0,
    FIELD_MESSAGES.workspace.nothingToChange,
  ),
});

/** What {@link editWorkspaceSchema} takes, parsed. */
export type EditWorkspaceRequest = z.infer<typeof editWorkspaceSchema>;
