import type { Permission } from '@backstage/plugin-permission-common';
import {
  sshKeyCreatePermission,
  sshKeyDeletePermission,
  sshKeyReadPermission,
  templateCreatePermission,
  templateDeletePermission,
  templateReadPermission,
  templateUpdatePermission,
  workspaceCreatePermission,
  workspaceDeletePermission,
  workspaceReadPermission,
  workspaceUpdatePermission,
  workspaceUsePermission,
} from '@butler-portal/plugin-butler-common';
import type { Action } from '@butler-portal/plugin-butler-common';

/** The permission by which Backstage's policy may forbid an action. */
export const PERMISSIONS: Record<Action, Permission | undefined> = {
  // Who one is, and the names of images in the configuration, are nobody's secret.
  'me.view': undefined,
  'image.view': undefined,
  'workspace.view': workspaceReadPermission,
  'workspace.diagnose': workspaceReadPermission,
  'workspace.metrics': workspaceReadPermission,
  'workspace.logs': workspaceReadPermission,
  'team.view': workspaceReadPermission,
  'cluster.view': workspaceReadPermission,
  'workspace.create': workspaceCreatePermission,
  'cluster.workloads': workspaceCreatePermission,
  'gitCredential.list': workspaceCreatePermission,
  'workspace.edit': workspaceUpdatePermission,
  'workspace.connect': workspaceUsePermission,
  'workspace.disconnect': workspaceUsePermission,
  'workspace.start': workspaceUsePermission,
  'workspace.stop': workspaceUsePermission,
  'workspace.restart': workspaceUsePermission,
  'workspace.sync-ssh-keys': workspaceUsePermission,
  'workspace.terminal': workspaceUsePermission,
  'workspace.delete': workspaceDeletePermission,
  'template.view': templateReadPermission,
  'template.create': templateCreatePermission,
  'template.edit': templateUpdatePermission,
  'template.delete': templateDeletePermission,
  'sshKey.view': sshKeyReadPermission,
  'sshKey.create': sshKeyCreatePermission,
  'sshKey.delete': sshKeyDeletePermission,
};
