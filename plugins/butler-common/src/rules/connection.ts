import { repositoryDirectory } from './gitUrls';
import { isIpv6Literal } from './ipv6';

/** Where a workspace's SSH server can be reached. */
export interface SshEndpoint {
  host: string;
  port: number;
}

/** The file that holds the pinned host keys on the person's machine; apart from their own `known_hosts`. */
export const KNOWN_HOSTS_FILE = '~/.ssh/butler_known_hosts';

// What passes here stands in a shell command, an ssh configuration and links as it is.
const HOSTNAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;

/**
 * Reads `status.sshEndpoint`: `host:port`, `[v6]:port` or a bare IPv6 address with a port behind
 * its last colon.
 *
 * @returns undefined when it is no such text
 */
export function parseSshEndpoint(text: string): SshEndpoint | undefined {
  const match = /^(?:\[([^\]]+)\]|([^[\]]+)):(\d{1,5})$/.exec(text);
  if (!match) return undefined;
  const host = match[1] ?? match[2];
  const port = Number(match[3]);
  const isName = match[1] === undefined && HOSTNAME.test(host);
  if (!isName && !isIpv6Literal(host)) return undefined;
  return port >= 1 && port <= 65535 ? { host, port } : undefined;
}

/**
 * The name of a workspace in ssh configurations and known_hosts. Lower case, since VS Code makes it so;
 * with dots, which neither a team nor a workspace has, so that no two share one.
 */
export function sshAlias(team: string, name: string): string {
  return `${name}.${team}.butler`.toLowerCase();
}

/** The command that logs into a workspace, to be pasted into a terminal. */
export function sshCommand(endpoint: SshEndpoint, user: string): string {
  return `ssh -p ${endpoint.port} ${user}@${endpoint.host}`;
}

/**
 * The lines for `~/.ssh/config`. `HostKeyAlias` takes the place of host and port where ssh looks host keys up, so
 * that an address that a load balancer hands out again is never taken for the old workspace. Checking stays on.
 */
export function sshConfigBlock(
  alias: string,
  endpoint: SshEndpoint,
  user: string,
): string {
  return [
    `Host ${alias}`,
    `  HostName ${endpoint.host}`,
    `  Port ${endpoint.port}`,
    `  User ${user}`,
    `  HostKeyAlias ${alias}`,
    `  UserKnownHostsFile ${KNOWN_HOSTS_FILE}`,
    '  StrictHostKeyChecking yes',
    '',
  ].join('\n');
}

/** What an editor opens in the pod (contract, section 2). */
export interface WorkspacePaths {
  directory: string;
  /** Of several repositories; editors of VS Code's family open all of them by it. */
  codeWorkspace?: string;
}

/** Where in the pod lies what was cloned. */
export function workspacePaths(repositories: number): WorkspacePaths {
  if (repositories === 0) return { directory: '/workspace' };
  if (repositories === 1) return { directory: '/workspace/src' };
  return {
    directory: '/workspace',
    codeWorkspace: '/workspace/workspace.code-workspace',
  };
}

/** Where one of the repositories is cloned to in the pod (contract, section 2). */
export function clonePath(
  repositories: readonly { url: string; name?: string }[],
  index: number,
): string {
  const { directory } = workspacePaths(repositories.length);
  return repositories.length === 1
    ? directory
    : `${directory}/${repositoryDirectory(repositories[index])}`;
}
