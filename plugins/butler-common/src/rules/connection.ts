/** Where a workspace's SSH server can be reached. */
export interface SshEndpoint {
  host: string;
  port: number;
}

/**
 * Reads `status.sshEndpoint`: `host:port`, `[v6]:port` or a bare IPv6 address with a port behind
 * its last colon.
 *
 * @returns undefined when it is no such text
 */
export function parseSshEndpoint(text: string): SshEndpoint | undefined {
  const match = /^(?:\[([0-9a-f:.]+)\]|([0-9a-z.:-]+)):(\d{1,5})$/i.exec(text);
  if (!match) return undefined;
  const host = match[1] ?? match[2];
  const port = Number(match[3]);
  if (host.startsWith('-') || port < 1 || port > 65535) return undefined;
  return { host, port };
}

/** The command that logs into a workspace, to be pasted into a terminal. */
export function sshCommand(endpoint: SshEndpoint, user: string): string {
  return `ssh -p ${endpoint.port} ${user}@${endpoint.host}`;
}

/** The directory that an editor opens (contract, section 2): what was cloned. */
export function workspaceDirectory(repositories: number): string {
  if (repositories === 0) return '/workspace';
  return repositories === 1
    ? '/workspace/src'
    : '/workspace/workspace.code-workspace';
}

/**
 * The link that opens a workspace in VS Code over Remote-SSH. An IPv6 address cannot stand in it
 * (the host would end at its first colon), so there is no link then.
 */
export function vsCodeLink(
  endpoint: SshEndpoint,
  user: string,
  directory: string,
): string | undefined {
  if (endpoint.host.includes(':')) return undefined;
  const path = directory.split('/').map(encodeURIComponent).join('/');
  return `vscode://vscode-remote/ssh-remote+${user}@${endpoint.host}:${endpoint.port}${path}`;
}
