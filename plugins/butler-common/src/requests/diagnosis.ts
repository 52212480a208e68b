import type { ProvisioningStep } from '../rules';

/** Who can do something about a finding. */
export type FindingActor = 'owner' | 'teamAdmin' | 'platformAdmin';

/** What is wrong with a workspace, and what helps. */
export interface Finding {
  /** Kubernetes' or Butler's word where there is one, such as `ImagePullBackOff`. */
  id: string;
  /** `error`: it does not work; `warning`: something is missing; `info`: it takes its time. */
  severity: 'error' | 'warning' | 'info';
  /** What is wrong. */
  message: string;
  /** What to do. */
  action: string;
  /** Who can, whoever is nearest first. */
  who: FindingActor[];
}

/** An event of the workspace's objects in the tenant cluster. */
export interface TenantEvent {
  /** Of the object, such as `Pod`. */
  kind: string;
  name: string;
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  count: number;
  /** RFC 3339; the last time that it happened. */
  time?: string;
}

/** The end of what a container has printed. */
export interface LogTail {
  container: string;
  text: string;
}

/** Answer of `GET /teams/:team/workspaces/:name/diagnosis`. */
export interface Diagnosis {
  steps: ProvisioningStep[];
  /** What matters most first. */
  findings: Finding[];
  /** The newest first. */
  events: TenantEvent[];
  /** Missing for everybody but the owner: what a workspace prints is private. */
  logs?: LogTail[];
  /** What could not be asked, in words. */
  notAsked: string[];
}
