import { z } from 'zod';
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
  clusterRef: z
    .never(
      'A workspace stays on its cluster, since its volume is there. Create another one there.',
    )
    .optional(),
  owner: z.never('A workspace stays with its owner.').optional(),
  storageSize: z
    .never(
      'The volume keeps the size that it was made with. Create another workspace with a larger one.',
    )
    .optional(),
  repository: z.never('Write a list, repositories, instead.').optional(),
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
    'Name at least one field to change.',
  ),
});

/** What {@link editWorkspaceSchema} takes, parsed. */
export type EditWorkspaceRequest = z.infer<typeof editWorkspaceSchema>;
