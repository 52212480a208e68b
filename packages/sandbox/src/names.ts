import { createHash } from 'node:crypto';

/** The group of Butler's kinds, and of its labels and annotations. */
export const BUTLER = 'butler.butlerlabs.dev';
/** `apiVersion` of Butler's kinds. */
export const BUTLER_API = `${BUTLER}/v1alpha1`;
/** Where cluster templates live. */
export const SYSTEM_NAMESPACE = 'butler-system';
/** Annotation: `"true"` asks for an SSH endpoint, or for a stopped workspace to start. */
export const CONNECT = `${BUTLER}/connect`;
/** Annotation: RFC 3339, when the connection was made; idle time runs from it. */
export const CONNECT_TIME = `${BUTLER}/connect-time`;
/** Keeps a deleted workspace until its objects in the tenant cluster are gone. */
export const WORKSPACE_FINALIZER = `${BUTLER}/workspace`;
/** Label of a pod: the workspace that it runs. */
export const WORKSPACE_LABEL = `${BUTLER}/workspace`;
/** Where the workspaces run in a tenant cluster. */
export const TENANT_NAMESPACE = 'workspaces';
/** Where sshd listens in the pod, and the port of its Service. */
export const SSH_PORT = 2222;

/** The objects of a workspace in its tenant cluster (contract, section 2). */
export function tenantNames(workspace: string) {
  return {
    pod: `ws-${workspace}`,
    volume: `ws-${workspace}`,
    service: `ws-${workspace}-ssh`,
    sshKeys: `ws-${workspace}-ssh-keys`,
    gitCredentials: `ws-${workspace}-git-credentials`,
  };
}

/** The Secret with the kubeconfig of a tenant cluster. */
export function kubeconfigSecretName(cluster: string): string {
  return `${cluster}-admin-kubeconfig`;
}

/** A hash of the owner's e-mail, which itself is no valid label value. */
function ownerHash(email: string): string {
  return createHash('sha256').update(email).digest('hex').slice(0, 32);
}

/** The labels of a team's workspace. */
export function workspaceLabels(
  team: string,
  cluster: string,
  owner: string,
): Record<string, string> {
  return {
    'app.kubernetes.io/managed-by': 'butler',
    [`${BUTLER}/team`]: team,
    [`${BUTLER}/tenant`]: cluster,
    [`${BUTLER}/workspace-owner`]: ownerHash(owner),
  };
}
