import { createPermission } from '@backstage/plugin-permission-common';

// A policy can only narrow what Butler's rules allow (design, decision 3). What creates has no object
// to set conditions on; everything else takes conditions (docs/permissions.md).

/** Resource type of {@link workspaceReadPermission} and the others on a workspace. Ref: `team/name`. */
export const WORKSPACE_RESOURCE_TYPE = 'butler-workspace';
/** Resource type of the permissions on a template. Ref: `team/name`, or `name` of a cluster template. */
export const TEMPLATE_RESOURCE_TYPE = 'butler-template';
/** Resource type of the permissions on an SSH key. Ref: `e-mail/fingerprint`. */
export const SSH_KEY_RESOURCE_TYPE = 'butler-ssh-key';

/** Look at workspaces, their clusters, diagnosis and metrics. */
export const workspaceReadPermission = createPermission({
  name: 'butler.workspace.read',
  attributes: { action: 'read' },
  resourceType: WORKSPACE_RESOURCE_TYPE,
});

/** Create a workspace, and look up what is needed for it. */
export const workspaceCreatePermission = createPermission({
  name: 'butler.workspace.create',
  attributes: { action: 'create' },
});

/** Change the specification of a workspace. */
export const workspaceUpdatePermission = createPermission({
  name: 'butler.workspace.update',
  attributes: { action: 'update' },
  resourceType: WORKSPACE_RESOURCE_TYPE,
});

/** Connect, disconnect, start, stop or restart a workspace, bring keys into it, open its terminal. */
export const workspaceUsePermission = createPermission({
  name: 'butler.workspace.use',
  attributes: { action: 'update' },
  resourceType: WORKSPACE_RESOURCE_TYPE,
});

/** Delete a workspace. */
export const workspaceDeletePermission = createPermission({
  name: 'butler.workspace.delete',
  attributes: { action: 'delete' },
  resourceType: WORKSPACE_RESOURCE_TYPE,
});

/** Look at templates. */
export const templateReadPermission = createPermission({
  name: 'butler.template.read',
  attributes: { action: 'read' },
  resourceType: TEMPLATE_RESOURCE_TYPE,
});

/** Create a template, in a team or for every team. */
export const templateCreatePermission = createPermission({
  name: 'butler.template.create',
  attributes: { action: 'create' },
});

/** Change a template. */
export const templateUpdatePermission = createPermission({
  name: 'butler.template.update',
  attributes: { action: 'update' },
  resourceType: TEMPLATE_RESOURCE_TYPE,
});

/** Delete a template. */
export const templateDeletePermission = createPermission({
  name: 'butler.template.delete',
  attributes: { action: 'delete' },
  resourceType: TEMPLATE_RESOURCE_TYPE,
});

/** Look at one's own SSH keys. */
export const sshKeyReadPermission = createPermission({
  name: 'butler.sshKey.read',
  attributes: { action: 'read' },
  resourceType: SSH_KEY_RESOURCE_TYPE,
});

/** Add an SSH key to one's own. */
export const sshKeyCreatePermission = createPermission({
  name: 'butler.sshKey.create',
  attributes: { action: 'create' },
});

/** Remove one of one's own SSH keys. */
export const sshKeyDeletePermission = createPermission({
  name: 'butler.sshKey.delete',
  attributes: { action: 'delete' },
  resourceType: SSH_KEY_RESOURCE_TYPE,
});

/** Permissions on workspaces. */
export const workspacePermissions = [
  workspaceReadPermission,
  workspaceCreatePermission,
  workspaceUpdatePermission,
  workspaceUsePermission,
  workspaceDeletePermission,
];

/** Permissions on templates. */
export const templatePermissions = [
  templateReadPermission,
  templateCreatePermission,
  templateUpdatePermission,
  templateDeletePermission,
];

/** Permissions on SSH keys. */
export const sshKeyPermissions = [
  sshKeyReadPermission,
  sshKeyCreatePermission,
  sshKeyDeletePermission,
];
