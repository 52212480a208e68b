import { Objects } from './apiserver/objects';
import { ObjectKey } from './apiserver/types';
import { RequestRecord } from './apiserver/http/requestLog';
import { SystemClock } from './runtime/clock';
import { Controllers } from './controllers/controllerControl';
import { Faults } from './faults';

/** How a sandbox is started. */
export interface SandboxOptions {
  /** 0 (the default) takes any free port. */
  port?: number;
  /** No seed and no controllers: what a fresh Kubernetes cluster has, and nothing of Butler. */
  empty?: boolean;
  /** How many workspaces to seed besides the few, for load. */
  workspaces?: number;
  /** How long the controllers take for what takes time in reality; 'none' is the default. */
  delays?: 'none' | 'lifelike';
  /** Where to write the kubeconfig, readable by its owner only; it goes with the sandbox. */
  kubeconfigFile?: string;
  /** Where to write the kubeconfig of the Portal's service account. */
  portalKubeconfigFile?: string;
  /**
   * Whether the Portal's account has the rules of `deploy/rbac`, by which it writes in people's names (the default), or
   * those of `deploy/rbac-without-impersonation`.
   */
  impersonation?: boolean;
  /** A file that state survives a restart in; what is seeded is so for a new file only. Nothing is kept without. */
  stateFile?: string;
  /** Opens the admin port on loopback; 0 takes any free one. It is closed unless asked for. */
  adminPort?: number;
  /**
   * Whether workspaces are real enough to log into: folders, SSH servers and processes that run as whoever started the
   * sandbox. Off by default, since most tests get by without.
   */
  shells?: boolean;
  /** Where the folders of the volumes go and stay; without it a temporary folder that goes with the sandbox. */
  dataFolder?: string;
  /** Beginnings of repository URLs, and what git takes instead of them: `{'https://git.example.com/': '/tmp/repos/'}`. */
  gitMappings?: Record<string, string>;
  /** The controllers' clock; the machine's by default. */
  clock?: SystemClock;
}

/** The requests that an API server received since its start or `clear()`. */
export interface Requests {
  all(): RequestRecord[];
  clear(): void;
}

/** The API of a tenant cluster. */
export interface TenantApi {
  url: string;
  /** YAML. */
  kubeconfig: string;
  objects: Objects;
  /** Adds text to what `pods/log` answers; a line counts when it ends. */
  writeLog(pod: ObjectKey, container: string, text: string): void;
  requests: Requests;
  faults: Faults;
}

/** A Butler management cluster that runs inside this process. */
export interface Sandbox {
  url: string;
  token: string;
  /** The PEM of the CA that signed the server's certificate. */
  ca: string;
  /** The cluster admin's, who authenticates by certificate. YAML. */
  kubeconfig: string;
  /**
   * Of the Portal's service account, which has what `deploy/rbac` gives it and authenticates by token. An empty cluster
   * has no such account, and this is empty then.
   */
  portalKubeconfig: string;
  port: number;
  /** Where the admin port is, when it is open. */
  adminUrl?: string;
  /** The objects, past the network. */
  objects: Objects;
  /** The API of a Ready tenant cluster. */
  tenant(cluster: { namespace: string; name: string }): TenantApi | undefined;
  requests: Requests;
  faults: Faults;
  controllers: Controllers;
  stop(): Promise<void>;
}
