import { ConflictError } from '@backstage/errors';
import {
  editorLink,
  isConnected,
  isDnsLabel,
  parseSshEndpoint,
  phaseOf,
  repositoriesOf,
  sshAlias,
  sshCommand,
  sshConfigBlock,
  teamOf,
  wantsConnection,
  workspacePaths,
} from '@butler-portal/plugin-butler-common';
import type {
  Connection,
  EditorId,
  SshEndpoint,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import type { HostKeyAnswer } from '../tenants/HostKeys';

/** What the operator of the Portal says of connections. */
export interface ConnectionSettings {
  /** Who one logs in as over SSH. */
  loginUser: string;
  /** Which editors are offered, the first one first. */
  editors: EditorId[];
}

function reasonFor(workspace: Workspace): string {
  if (phaseOf(workspace) !== 'Running') {
    return 'The workspace is not running, so nobody can connect to it. Start it first.';
  }
  return wantsConnection(workspace)
    ? 'The workspace has no address yet. It takes seconds to minutes; try again in a moment.'
    : 'The workspace is not connected. Connect it first.';
}

/** Where the workspace's SSH server is, while it is connected. */
export function endpointOf(workspace: Workspace): SshEndpoint | undefined {
  const { sshEndpoint = '' } = workspace.status ?? {};
  const { name } = workspace.metadata;
  // The alias is made of names; what is no label could break out of a line of configuration.
  if (!isConnected(workspace) || ![name, teamOf(workspace)].every(isDnsLabel)) {
    return undefined;
  }
  return parseSshEndpoint(sshEndpoint);
}

/** Throws a 409 with the reason while the workspace has no endpoint. */
export function assertEndpoint(workspace: Workspace): SshEndpoint {
  const endpoint = endpointOf(workspace);
  if (!endpoint) throw new ConflictError(reasonFor(workspace));
  return endpoint;
}

/** The lines of known_hosts that pin the keys under the workspace's alias. */
export function knownHostsLines(
  alias: string,
  { keys }: HostKeyAnswer,
): string[] {
  return keys.map(({ publicKey }) => `${alias} ${publicKey}`);
}

/** How to reach the workspace at its endpoint. */
export function connectionTo(
  workspace: Workspace,
  endpoint: SshEndpoint,
  hostKeys: HostKeyAnswer,
  { loginUser: user, editors }: ConnectionSettings,
): Connection {
  const alias = sshAlias(teamOf(workspace), workspace.metadata.name);
  const paths = workspacePaths(repositoriesOf(workspace.spec).length);
  return {
    ...endpoint,
    user,
    alias,
    sshCommand: sshCommand(endpoint, user),
    sshConfig: sshConfigBlock(alias, endpoint, user),
    knownHosts: knownHostsLines(alias, hostKeys),
    hostKeys: hostKeys.keys.map(({ type, fingerprint }) => ({
      type,
      fingerprint,
    })),
    hostKeysMissing: hostKeys.missing,
    editors: editors.map(id =>
      editorLink(id, { alias, endpoint, user, paths }),
    ),
  };
}
