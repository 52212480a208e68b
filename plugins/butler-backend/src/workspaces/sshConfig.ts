import {
  KNOWN_HOSTS_FILE,
  sshAlias,
  sshConfigBlock,
  teamOf,
} from '@butler-portal/plugin-butler-common';
import type {
  SshEndpoint,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import type { HostKeyAnswer } from '../tenants/HostKeys';
import { knownHostsLines } from './connection';

/** A workspace that can be connected to now. */
export interface ConnectedWorkspace {
  workspace: Workspace;
  endpoint: SshEndpoint;
  hostKeys: HostKeyAnswer;
}

const MARK = '#known_hosts ';
const FILE = '~/.ssh/butler_config';

// An ssh configuration cannot hold host keys, and known_hosts no configuration. As comments of the one the lines of the
// other come in one file, and one command takes them out.
const HEADER = [
  '# Your connected workspaces in Butler Portal.',
  `# 1. Save this as ${FILE}, and once put at the top of ~/.ssh/config:  Include butler_config`,
  '# 2. Take the host keys out of it, each time that you save it:',
  `#    sed -n 's/^${MARK}//p' ${FILE} > ${KNOWN_HOSTS_FILE}`,
  `#    PowerShell: (Get-Content ${FILE}) -match '^${MARK}' -replace '^${MARK}' | Set-Content -Encoding ascii ${KNOWN_HOSTS_FILE}`,
  '# 3. Connect, such as:  ssh NAME.TEAM.butler',
  '',
];

function block(
  { workspace, endpoint, hostKeys }: ConnectedWorkspace,
  user: string,
): string {
  const alias = sshAlias(teamOf(workspace), workspace.metadata.name);
  const pinned = knownHostsLines(alias, hostKeys).map(line => MARK + line);
  const missing = hostKeys.missing
    ? [
        `# The host keys of ${alias} are not known, so ssh will refuse to connect to it:`,
        `# ${hostKeys.missing}`,
      ]
    : [];
  const config = sshConfigBlock(alias, endpoint, user);
  return [...missing, ...pinned, config].join('\n');
}

/** One file for `Include` with every workspace: configuration, and host keys as comments to take out. */
export function sshConfigFile(
  connected: ConnectedWorkspace[],
  user: string,
): string {
  if (connected.length === 0) {
    return '# None of your workspaces is connected now. Connect one in Butler Portal, and fetch this again.\n';
  }
  const blocks = connected.map(each => block(each, user));
  return [...HEADER, ...blocks].join('\n');
}
