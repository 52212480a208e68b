import { isObject, KubeObject, ObjectKey } from '../../apiserver/types';
import { ControllerContext } from '../context';
import {
  BUTLER,
  kubeconfigSecretName,
  TENANT_NAMESPACE,
  tenantNames,
} from '../../names';
import { ClusterView, Observation, TenantView, Workspace } from './model';

const DEFAULT_MAXIMUM = 20;

function viewCluster(cluster: KubeObject | undefined): ClusterView | undefined {
  if (!cluster) return undefined;
  const workspaces = isObject(cluster.spec?.workspaces)
    ? cluster.spec.workspaces
    : {};
  return {
    ready: cluster.status?.phase === 'Ready',
    enabled: workspaces.enabled === true,
    maxWorkspaces:
      typeof workspaces.maxWorkspaces === 'number'
        ? workspaces.maxWorkspaces
        : DEFAULT_MAXIMUM,
    autoDeleteAfter:
      typeof workspaces.autoDeleteAfter === 'string'
        ? workspaces.autoDeleteAfter
        : '720h',
  };
}

/** The SSH keys that may log into a workspace: its own, or those of the owner's profile. */
export function authorizedKeys(
  { objects }: ControllerContext,
  workspace: Workspace,
): string[] {
  if (workspace.spec.sshPublicKeys?.length) return workspace.spec.sshPublicKeys;
  const owner = workspace.spec.owner.toLowerCase();
  const user = objects
    .list('users')
    .find(({ spec }) => String(spec?.email).toLowerCase() === owner);
  const keys = Array.isArray(user?.spec?.sshKeys) ? user.spec.sshKeys : [];
  return keys.flatMap(key =>
    isObject(key) && typeof key.publicKey === 'string' ? [key.publicKey] : [],
  );
}

function viewTenant(
  { objects, tenants }: ControllerContext,
  clusterKey: ObjectKey,
  cluster: KubeObject | undefined,
  workspace: string,
): TenantView | 'starting' | 'unreachable' {
  const tenant = tenants.get(clusterKey);
  if (!tenant) {
    const awaited =
      tenants.isStarting(clusterKey) || !cluster?.status?.tenantNamespace;
    return awaited ? 'starting' : 'unreachable';
  }
  const namespace = String(cluster?.status?.tenantNamespace ?? '');
  const secret = kubeconfigSecretName(clusterKey.name);
  if (!namespace) return 'starting';
  if (!objects.get('secrets', { namespace, name: secret }))
    return 'unreachable';
  const names = tenantNames(workspace);
  const find = (resource: string, name: string) =>
    tenant.objects.get(resource, { namespace: TENANT_NAMESPACE, name });
  return {
    volume: find('persistentvolumeclaims', names.volume),
    pod: find('pods', names.pod),
    service: find('services', names.service),
  };
}

/** Gathers what a decision about a workspace needs. */
export function observe(
  context: ControllerContext,
  object: KubeObject,
): Observation {
  const { objects, server, clock } = context;
  const workspace = object as unknown as Workspace;
  const { namespace, name } = workspace.metadata;
  const clusterKey = { namespace, name: workspace.spec.clusterRef.name };
  const cluster = objects.get('tenantclusters', clusterKey);
  return {
    workspace,
    now: clock.now(),
    cluster: viewCluster(cluster),
    tenant: viewTenant(context, clusterKey, cluster, name),
    hasSshKeys: () => authorizedKeys(context, workspace).length > 0,
    // Without copies: this may look through thousands.
    othersOnCluster: () =>
      server.store
        .collection(`workspaces.${BUTLER}`)
        .list(namespace)
        .filter(other => {
          const { spec, status, metadata } = other as unknown as Workspace;
          return (
            metadata.name !== name &&
            spec.clusterRef.name === clusterKey.name &&
            status?.phase !== undefined &&
            status.phase !== 'Failed'
          );
        }).length,
  };
}
