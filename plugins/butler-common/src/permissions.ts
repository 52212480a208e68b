import { createPermission } from '@backstage/plugin-permission-common';

// A policy can only narrow what Butler's rules allow (design, decision 3).

/** Look at workspaces, their clusters, diagnosis and metrics. */
export const workspaceReadPermission = createPermission({
  name: 'butler.workspace.read',
  attributes: { action: 'read' },
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
});

/** Connect, disconnect, start, stop or restart a workspace, bring keys into it, open its terminal. */
export const workspaceUsePermission = createPermission({
  name: 'butler.workspace.use',
  attributes: { action: 'update' },
});

/** Delete a workspace. */
export const workspaceDeletePermission = createPermission({
  name: 'butler.workspace.delete',
  attributes: { action: 'delete' },
});

/** Look at templates. */
export const templateReadPermission = createPermission({
  name: 'butler.template.read',
  attributes: { action: 'read' },
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
});

/** Delete a template. */
export const templateDeletePermission = createPermission({
  name: 'butler.template.delete',
  attributes: { action: 'delete' },
});

/** Look at one's own SSH keys. */
export const sshKeyReadPermission = createPermission({
  name: 'butler.sshKey.read',
  attributes: { action: 'read' },
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
});

/** Every permission of the plugin, for the permission registry. */
export const butlerPermissions = [
  workspaceReadPermission,
  workspaceCreatePermission,
  workspaceUpdatePermission,
  workspaceUsePermission,
  workspaceDeletePermission,
  templateReadPermission,
  templateCreatePermission,
  templateUpdatePermission,
  templateDeletePermission,
  sshKeyReadPermission,
  sshKeyCreatePermission,
  sshKeyDeletePermission,
];
