import { Objects } from './apiserver/objects';
import { RequestRecord } from './apiserver/http/requestLog';
import { Fault } from './apiserver/http/faultInjector';
import { Clock } from './controllers/clock';

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
  /** Where to write the kubeconfig, readable by its owner only. */
  kubeconfigFile?: string;
  /** A file that state survives a restart in; what is seeded is so for a new file only. Nothing is kept without. */
  stateFile?: string;
  /** Opens the admin port on loopback; 0 takes any free one. It is closed unless asked for. */
  adminPort?: number;
  /** The controllers' clock; the machine's by default. */
  clock?: Clock;
}

/** Ways to make a sandbox fail like a network or an API server does. */
export interface Faults {
  /** Cuts every open connection and refuses new ones until `comeBack()`; storage and controllers go on. */
  goAway(): Promise<void>;
  /** Listens again, on the same port. */
  comeBack(): Promise<void>;
  /** Cuts open watches off; other connections stay. */
  cutWatches(): void;
  /** The next matching requests get this failure. */
  failNext(count: number, fault: Fault): void;
  /** Every version that anybody knows is too old (410) from now on. */
  expireHistory(): void;
  /** Holds watch events back with the connections left open, until called with false. */
  stallWatches(stalled: boolean): void;
}

/** A Butler management cluster that runs inside this process. */
export interface Sandbox {
  url: string;
  token: string;
  /** The PEM of the CA that signed the server's certificate. */
  ca: string;
  /** YAML. */
  kubeconfig: string;
  port: number;
  /** Where the admin port is, when it is open. */
  adminUrl?: string;
  /** The objects, past the network. */
  objects: Objects;
  /** The API of a Ready tenant cluster. */
  tenant(cluster: {
    namespace: string;
    name: string;
  }): { url: string; objects: Objects } | undefined;
  /** The requests that the API server received since the start or `clear()`. */
  requests: { all(): RequestRecord[]; clear(): void };
  faults: Faults;
  stop(): Promise<void>;
}
