import { createPermission } from '@backstage/plugin-permission-common';

// A policy can only narrow what Butler's rules allow (design, decision 3).

/** Look at workspaces. */
export const workspaceReadPermission = createPermission({
  name: 'butler.workspace.read',
  attributes: { action: 'read' },
});

/** Create a workspace. */
export const workspaceCreatePermission = createPermission({
  name: 'butler.workspace.create',
  attributes: { action: 'create' },
});

/** Connect, disconnect, start or stop a workspace. */
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

/** Every permission of the plugin, for the permission registry. */
export const butlerPermissions = [
  workspaceReadPermission,
  workspaceCreatePermission,
  workspaceUsePermission,
  workspaceDeletePermission,
  templateReadPermission,
];
