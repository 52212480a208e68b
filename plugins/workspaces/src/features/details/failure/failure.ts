import { findCondition, phaseOf } from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';

/** The reasons for which the controller fails a workspace (contract, section 3.1). */
export const FAILURE_REASONS = [
  'ClusterNotFound',
  'WorkspacesDisabled',
  'QuotaExceeded',
  'SSHKeysRequired',
  'TenantClientError',
] as const;

export interface Failure {
  reason: (typeof FAILURE_REASONS)[number] | 'unknown';
  /** What the controller says. */
  message?: string;
}

/** Why the workspace has failed, or undefined when it has not. */
export function failureOf(workspace: Workspace): Failure | undefined {
  if (phaseOf(workspace) !== 'Failed') return undefined;
  const ready = findCondition(workspace.status?.conditions, 'Ready');
  const reason = FAILURE_REASONS.find(known => known === ready?.reason);
  return {
    reason: reason ?? 'unknown',
    message: ready?.message || ready?.reason,
  };
}
