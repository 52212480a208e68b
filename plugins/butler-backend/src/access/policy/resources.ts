import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import {
  categoryOf,
  SSH_KEY_RESOURCE_TYPE,
  TEMPLATE_RESOURCE_TYPE,
  WORKSPACE_RESOURCE_TYPE,
} from '@butler-portal/plugin-butler-common';
import type {
  TemplateCategory,
  Workspace,
  WorkspaceFacts,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';

/** What a condition of the policy comes down to here: everything is in memory. */
export type Predicate<Resource> = (resource: Resource) => boolean;

/** A workspace, as far as conditions look at it. */
export interface WorkspaceResource extends WorkspaceFacts {
  /** The TenantCluster's name. */
  cluster: string;
}

/** A template, as far as conditions look at it. */
export interface TemplateResource {
  /** Undefined for a cluster template. */
  team?: string;
  category: TemplateCategory;
}

/** An SSH key, as far as conditions look at it. */
export interface SshKeyResource {
  /** E-mail. */
  owner: string;
}

/** For {@link @backstage/plugin-permission-node#createPermissionRule}: rules about workspaces. */
export const workspaceResourceRef = createPermissionResourceRef<
  WorkspaceResource,
  Predicate<WorkspaceResource>
>().with({ pluginId: 'butler', resourceType: WORKSPACE_RESOURCE_TYPE });

/** Rules about templates. */
export const templateResourceRef = createPermissionResourceRef<
  TemplateResource,
  Predicate<TemplateResource>
>().with({ pluginId: 'butler', resourceType: TEMPLATE_RESOURCE_TYPE });

/** Rules about SSH keys. */
export const sshKeyResourceRef = createPermissionResourceRef<
  SshKeyResource,
  Predicate<SshKeyResource>
>().with({ pluginId: 'butler', resourceType: SSH_KEY_RESOURCE_TYPE });

/** What conditions see of a workspace of the team. */
export function workspaceResource(
  { spec: { owner, clusterRef } }: Workspace,
  team: string,
): WorkspaceResource {
  return { team, owner, cluster: clusterRef.name };
}

/** What conditions see of a template of the team, or of a cluster template. */
export function templateResource(
  template: WorkspaceTemplate,
  team?: string,
): TemplateResource {
  return { team, category: categoryOf(template) };
}
