import { findCondition, phaseOf } from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';

/** The reasons for which the controller fails a workspace (contract, section 3.1). */
const FAILURE_REASONS = [
  'ClusterNotFound',
  'WorkspacesDisabled',
  'QuotaExceeded',
  'SSHKeysRequired',
  'TenantClientError',
] as const;

/** Why a workspace has failed. */
export interface Failure {
  /** Undefined when it is none that Chambers has words for. */
  reason?: (typeof FAILURE_REASONS)[number];
  /** What the controller says. */
  message?: string;
}

/** Why the workspace has failed, or undefined when it has not. */
export function failureOf(workspace: Workspace): Failure | undefined {
  if (phaseOf(workspace) !== 'Failed') return undefined;
  const ready = findCondition(workspace.status?.conditions, 'Ready');
  return {
    reason: FAILURE_REASONS.find(known => known === ready?.reason),
    message: ready?.message || ready?.reason,
  };
}
