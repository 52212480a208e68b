import { WORKSPACE_PHASES } from '@butler-portal/plugin-butler-common';
import type {
  Condition,
  Workspace,
  WorkspaceDotfiles,
  WorkspaceEditorConfig,
  WorkspaceEnvFrom,
  WorkspaceList,
  WorkspaceRepository,
  WorkspaceResources,
  WorkspaceSpec,
} from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import { answer } from './answer';
import { metadata, time } from './common';
import type { Served } from './common';

export const repository = answer<WorkspaceRepository>('Repository')(
  z.object({
    url: z.string(),
    name: z.string().optional(),
    branch: z.string().optional(),
    secretRef: z.object({ name: z.string() }).optional(),
  }),
);

export const envFrom = answer<WorkspaceEnvFrom>('EnvFrom')(
  z.object({
    kind: z.enum(['Deployment', 'StatefulSet']).optional(),
    name: z.string(),
    namespace: z.string().optional(),
    container: z.string().optional(),
  }),
);

export const dotfiles = answer<WorkspaceDotfiles>('Dotfiles')(
  z.object({ url: z.string(), installCommand: z.string().optional() }),
);

export const resources = answer<WorkspaceResources>('Resources')(
  z.object({ cpu: z.string().optional(), memory: z.string().optional() }),
);

const condition = answer<Condition>('Condition')(
  z.object({
    type: z.string(),
    status: z.enum(['True', 'False', 'Unknown']),
    reason: z.string().optional(),
    message: z.string().optional(),
    lastTransitionTime: time.optional(),
    observedGeneration: z.number().optional(),
  }),
);

const spec = z.object({
  clusterRef: z.object({ name: z.string() }),
  owner: z.string().meta({ description: 'E-mail' }),
  image: z.string(),
  repository: repository.meta({ deprecated: true }).optional(),
  repositories: z.array(repository).optional(),
  envFrom: envFrom.optional(),
  resources: resources.optional(),
  dotfiles: dotfiles.optional(),
  idleTimeout: z.string().meta({ description: 'Go duration' }).optional(),
  autoStopAfter: z
    .string()
    .meta({ description: 'Go duration; 0s means never' })
    .optional(),
  storageSize: z
    .union([z.string(), z.number()])
    .meta({ description: 'Quantity' })
    .optional(),
  editorConfig: z
    .object({ neovimConfigRepo: z.string().optional() })
    .optional(),
});

const status = z.object({
  conditions: z.array(condition).optional(),
  phase: z.enum(WORKSPACE_PHASES).optional(),
  podName: z.string().optional(),
  pvcName: z.string().optional(),
  serviceName: z.string().optional(),
  sshEndpoint: z.string().meta({ description: 'ip-or-host:port' }).optional(),
  connected: z.boolean().optional(),
  lastActivityTime: time.optional(),
  lastDisconnectTime: time.optional(),
  observedGeneration: z.number().optional(),
});

type ListedWorkspace = Omit<Served<Workspace>, 'spec'> & {
  spec: Omit<WorkspaceSpec, 'sshPublicKeys' | 'editorConfig'> & {
    editorConfig?: Pick<WorkspaceEditorConfig, 'neovimConfigRepo'>;
  };
};

const listed = answer<ListedWorkspace>('ListedWorkspace')(
  z.object({
    apiVersion: z.string(),
    kind: z.literal('Workspace'),
    metadata,
    spec,
    status: status.optional(),
  }),
);

const OWNER_ALONE = {
  description: 'For the owner alone, never in a list or stream',
};

/** One workspace. */
export const workspace = answer<Served<Workspace>>('Workspace')(
  listed.extend({
    spec: spec.extend({
      sshPublicKeys: z.array(z.string()).meta(OWNER_ALONE).optional(),
      editorConfig: z
        .object({
          neovimConfigRepo: z.string().optional(),
          neovimInitLua: z.string().meta(OWNER_ALONE).optional(),
          neovimConfigArchive: z.string().meta(OWNER_ALONE).optional(),
        })
        .optional(),
    }),
  }),
);

/** `GET /workspaces` */
export const workspaceList = answer<
  Omit<WorkspaceList, 'items'> & { items: ListedWorkspace[] }
>('WorkspaceList')(
  z.object({
    items: z.array(listed),
    totalItems: z
      .number()
      .meta({ description: 'Before paging, after filtering' }),
    nextCursor: z.string().optional(),
  }),
);
