import type {
  LogTail,
  TenantCluster,
  TenantEvent,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import type { Pod, TenantNode, TenantService, VolumeClaim } from '../podTypes';

/** All that a diagnosis is made from. What is undefined is not there, or could not be asked. */
export interface DiagnosisFacts {
  workspace: Workspace;
  cluster?: TenantCluster;
  /** ms since 1970. */
  now: number;
  pod?: Pod;
  volume?: VolumeClaim;
  service?: TenantService;
  node?: TenantNode;
  /** The newest first. */
  events: TenantEvent[];
  logs: LogTail[];
  /** Whether the tenant cluster has answered. */
  asked: boolean;
}
