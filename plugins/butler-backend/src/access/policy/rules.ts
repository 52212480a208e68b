import {
  createConditionExports,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  sameEmail,
  TEMPLATE_CATEGORIES,
} from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import {
  sshKeyResourceRef,
  templateResourceRef,
  workspaceResourceRef,
} from './resources';
import type {
  SshKeyResource,
  TemplateResource,
  WorkspaceResource,
} from './resources';

/** Says the same of one object (`apply`) and of many (`toQuery`). */
function both<Resource, Params>(
  holds: (resource: Resource, params: Params) => boolean,
) {
  return {
    apply: holds,
    toQuery: (params: Params) => (resource: Resource) =>
      holds(resource, params),
  };
}

const emails = z.object({
  emails: z.array(z.string()).describe('E-mail addresses of owners'),
});
const teams = z.object({
  teams: z.array(z.string()).describe('Names of Teams'),
});
const clusters = z.object({
  clusters: z.array(z.string()).describe('Names of TenantClusters'),
});
const categories = z.object({
  categories: z
    .array(z.enum(TEMPLATE_CATEGORIES))
    .describe('Categories of templates'),
});

function isOneOf(owner: string, addresses: readonly string[]): boolean {
  return addresses.some(address => sameEmail(address, owner));
}

/** The rules by which a policy can set conditions on workspaces. */
export const workspaceRules = {
  isOwner: createPermissionRule({
    name: 'isOwner',
    description: 'The owner of the workspace has one of the e-mail addresses',
    resourceRef: workspaceResourceRef,
    paramsSchema: emails,
    ...both((workspace: WorkspaceResource, params: z.infer<typeof emails>) =>
      isOneOf(workspace.owner, params.emails),
    ),
  }),
  inTeam: createPermissionRule({
    name: 'inTeam',
    description: 'The workspace belongs to one of the Teams',
    resourceRef: workspaceResourceRef,
    paramsSchema: teams,
    ...both((workspace: WorkspaceResource, params: z.infer<typeof teams>) =>
      params.teams.includes(workspace.team),
    ),
  }),
  onCluster: createPermissionRule({
    name: 'onCluster',
    description: 'The workspace runs on one of the TenantClusters',
    resourceRef: workspaceResourceRef,
    paramsSchema: clusters,
    ...both((workspace: WorkspaceResource, params: z.infer<typeof clusters>) =>
      params.clusters.includes(workspace.cluster),
    ),
  }),
};

/** The rules by which a policy can set conditions on templates. */
export const templateRules = {
  inTeam: createPermissionRule({
    name: 'inTeam',
    description:
      'The template belongs to one of the Teams; a cluster template belongs to none',
    resourceRef: templateResourceRef,
    paramsSchema: teams,
    ...both(
      ({ team }: TemplateResource, params: z.infer<typeof teams>) =>
        team !== undefined && params.teams.includes(team),
    ),
  }),
  hasCategory: createPermissionRule({
    name: 'hasCategory',
    description: 'The template is in one of the categories',
    resourceRef: templateResourceRef,
    paramsSchema: categories,
    ...both((template: TemplateResource, params: z.infer<typeof categories>) =>
      params.categories.includes(template.category),
    ),
  }),
};

/** The rules by which a policy can set conditions on SSH keys. */
export const sshKeyRules = {
  isOwner: createPermissionRule({
    name: 'isOwner',
    description: 'The owner of the SSH key has one of the e-mail addresses',
    resourceRef: sshKeyResourceRef,
    paramsSchema: emails,
    ...both((key: SshKeyResource, params: z.infer<typeof emails>) =>
      isOneOf(key.owner, params.emails),
    ),
  }),
};

/**
 * For policies: conditions on workspaces, and the decision that carries them.
 *
 * @public
 */
export const {
  conditions: workspaceConditions,
  createConditionalDecision: createWorkspaceConditionalDecision,
} = createConditionExports({
  resourceRef: workspaceResourceRef,
  rules: workspaceRules,
});

/**
 * For policies: conditions on templates, and the decision that carries them.
 *
 * @public
 */
export const {
  conditions: templateConditions,
  createConditionalDecision: createTemplateConditionalDecision,
} = createConditionExports({
  resourceRef: templateResourceRef,
  rules: templateRules,
});

/**
 * For policies: conditions on SSH keys, and the decision that carries them.
 *
 * @public
 */
export const {
  conditions: sshKeyConditions,
  createConditionalDecision: createSshKeyConditionalDecision,
} = createConditionExports({
  resourceRef: sshKeyResourceRef,
  rules: sshKeyRules,
});
