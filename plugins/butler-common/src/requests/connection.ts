import type { EditorLink } from '../rules';

/** A host key of a workspace's SSH server. */
export interface HostKey {
  /** Such as `ssh-ed25519`. */
  type: string;
  /** `SHA256:…`, as `ssh-keygen -lf` prints it. */
  fingerprint: string;
}

/** Answer of `GET /teams/:team/workspaces/:name/connection`. */
export interface Connection {
  host: string;
  port: number;
  user: string;
  /** Name of the workspace in `sshConfig` and `knownHosts`. */
  alias: string;
  sshCommand: string;
  /** A block for `~/.ssh/config`, ending in a newline. */
  sshConfig: string;
  /** Lines for `~/.ssh/butler_known_hosts`, which `sshConfig` names. Empty while the host keys are not known. */
  knownHosts: string[];
  hostKeys: HostKey[];
  /** Why `hostKeys` is empty. */
  hostKeysMissing?: string;
  editors: EditorLink[];
}
