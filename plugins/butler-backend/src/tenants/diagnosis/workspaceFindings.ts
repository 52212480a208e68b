import { findCondition, phaseOf } from '@butler-portal/plugin-butler-common';
import type { Finding } from '@butler-portal/plugin-butler-common';
import type { DiagnosisFacts } from './facts';
import { finding } from './finding';

const AGAIN = 'delete this workspace and create it anew: a failed one stays so';

// Contract, section 3.1: with these reasons the controller gives up.
const FAILURES: Record<string, (cluster: string) => Finding> = {
  ClusterNotFound: cluster =>
    finding(
      'ClusterNotFound',
      'error',
      `The team has no cluster “${cluster}” any more.`,
      `Choose another cluster: ${AGAIN}.`,
      'owner',
    ),
  WorkspacesDisabled: cluster =>
    finding(
      'WorkspacesDisabled',
      'error',
      `The cluster “${cluster}” takes no workspaces.`,
      `Have workspaces enabled on it (spec.workspaces.enabled), or choose another cluster; then ${AGAIN}.`,
      'platformAdmin',
      'owner',
    ),
  QuotaExceeded: cluster =>
    finding(
      'QuotaExceeded',
      'error',
      `The cluster “${cluster}” has as many workspaces as it may.`,
      `Delete one that nobody needs, or have the limit raised (spec.workspaces.maxWorkspaces); then ${AGAIN}.`,
      'owner',
      'teamAdmin',
      'platformAdmin',
    ),
  SSHKeysRequired: () =>
    finding(
      'SSHKeysRequired',
      'error',
      'There was no SSH key that could log in, neither in the owner’s profile nor in the workspace.',
      `Add a public key to your profile, then ${AGAIN}.`,
      'owner',
    ),
  TenantClientError: cluster =>
    finding(
      'TenantClientError',
      'error',
      `Butler could not reach the cluster “${cluster}” when it made the workspace.`,
      `Look at the cluster and its kubeconfig Secret; when it is well, ${AGAIN}.`,
      'platformAdmin',
      'owner',
    ),
};

function failure({ workspace }: DiagnosisFacts): Finding[] {
  if (phaseOf(workspace) !== 'Failed') return [];
  const ready = findCondition(workspace.status?.conditions, 'Ready');
  const { reason = 'Failed', message } = ready ?? {};
  const known = Object.hasOwn(FAILURES, reason) ? FAILURES[reason] : undefined;
  if (known) return [known(workspace.spec.clusterRef.name)];
  return [
    finding(
      reason,
      'error',
      `Butler gave the workspace up: ${message || reason}.`,
      `Have this looked at, then ${AGAIN}.`,
      'platformAdmin',
      'owner',
    ),
  ];
}

function waiting({ workspace, cluster }: DiagnosisFacts): Finding[] {
  const ready = findCondition(workspace.status?.conditions, 'Ready');
  const { name } = workspace.spec.clusterRef;
  if (ready?.status === 'True' || ready?.reason !== 'WaitingForDependencies') {
    return [];
  }
  const phase = cluster?.status?.phase ?? 'gone';
  return [
    finding(
      'WaitingForDependencies',
      phase === 'Failed' || phase === 'gone' ? 'error' : 'info',
      `The workspace waits for the cluster “${name}”, which is ${phase}.`,
      phase === 'Failed' || phase === 'gone'
        ? 'Have the cluster looked at.'
        : 'Wait: Butler looks again every five minutes.',
      'platformAdmin',
    ),
  ];
}

function unseen({ workspace, now }: DiagnosisFacts): Finding[] {
  const { creationTimestamp } = workspace.metadata;
  const age = now - Date.parse(creationTimestamp ?? '');
  if (workspace.status?.phase || !(age > 60_000)) return [];
  return [
    finding(
      'ControllerSilent',
      'error',
      'Butler’s controller has not taken notice of the workspace for more than a minute.',
      'Look whether butler-controller runs in the management cluster.',
      'platformAdmin',
    ),
  ];
}

/** What Butler itself says of the workspace. */
export function workspaceFindings(facts: DiagnosisFacts): Finding[] {
  return [...failure(facts), ...waiting(facts), ...unseen(facts)];
}
