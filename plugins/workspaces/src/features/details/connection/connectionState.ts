import {
  isConnected,
  phaseOf,
  wantsConnection,
} from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';

/**
 * What the connection panel is about. `none`: nobody will ever connect; `others`: it is somebody
 * else's workspace; `waiting`: asked for, but there is no address yet.
 */
export type ConnectionState =
  | 'none'
  | 'others'
  | 'starting'
  | 'stopped'
  | 'idle'
  | 'waiting'
  | 'connected';

/** Where SSH answers, once somebody is connected. */
export function endpointOf(workspace: Workspace) {
  const { metadata, status } = workspace;
  const there = isConnected(workspace) && !metadata.deletionTimestamp;
  return there ? status?.sshEndpoint || undefined : undefined;
}

/** How far the connection is. */
export function connectionStateOf(
  workspace: Workspace,
  mayConnect: boolean,
): ConnectionState {
  const phase = phaseOf(workspace);
  if (workspace.metadata.deletionTimestamp || phase === 'Failed') return 'none';
  if (!mayConnect) return 'others';
  if (endpointOf(workspace)) return 'connected';
  if (phase === 'Stopped') return 'stopped';
  if (phase !== 'Running') return 'starting';
  return wantsConnection(workspace) ? 'waiting' : 'idle';
}
