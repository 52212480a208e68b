import { ConflictError } from '@backstage/errors';
import {
  parseSshEndpoint,
  phaseOf,
  repositoriesOf,
  sshCommand,
  vsCodeLink,
  wantsConnection,
  workspaceDirectory,
} from '@butler-portal/plugin-butler-common';
import type {
  Connection,
  Workspace,
} from '@butler-portal/plugin-butler-common';

function reasonFor(workspace: Workspace): string {
  if (phaseOf(workspace) !== 'Running') {
    return 'The workspace is not running, so nobody can connect to it. Start it first.';
  }
  return wantsConnection(workspace)
    ? 'The workspace has no address yet. It takes seconds to minutes; try again in a moment.'
    : 'The workspace is not connected. Connect it first.';
}

/** How to reach the workspace; throws a 409 with the reason while it has no endpoint. */
export function connectionTo(workspace: Workspace, user: string): Connection {
  const { connected, sshEndpoint = '' } = workspace.status ?? {};
  const endpoint = connected ? parseSshEndpoint(sshEndpoint) : undefined;
  if (!endpoint) throw new ConflictError(reasonFor(workspace));
  const directory = workspaceDirectory(repositoriesOf(workspace.spec).length);
  const url = vsCodeLink(endpoint, user, directory);
  return {
    ...endpoint,
    user,
    sshCommand: sshCommand(endpoint, user),
    editors: url ? [{ id: 'vscode', url }] : [],
  };
}
