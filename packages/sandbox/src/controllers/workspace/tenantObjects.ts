import { isObject, KubeObject, ObjectMeta } from '../../apiserver/types';
import {
  SSH_PORT,
  TENANT_NAMESPACE,
  tenantNames,
  WORKSPACE_LABEL,
} from '../../names';
import { Workspace } from './model';

/** The metadata of a workspace's object in its tenant cluster. */
export function tenantMetadata(name: string, workspace: Workspace): ObjectMeta {
  return {
    name,
    namespace: TENANT_NAMESPACE,
    labels: {
      'app.kubernetes.io/managed-by': 'butler',
      [WORKSPACE_LABEL]: workspace.metadata.name,
    },
  };
}

/** The volume claim of a workspace. */
export function makeVolume(workspace: Workspace): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: tenantMetadata(
      tenantNames(workspace.metadata.name).volume,
      workspace,
    ),
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: {
        requests: { storage: String(workspace.spec.storageSize ?? '10Gi') },
      },
    },
    status: { phase: 'Bound' },
  };
}

/** The Secret with the keys that may log in. */
export function makeKeySecret(
  workspace: Workspace,
  keys: string[],
): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: tenantMetadata(
      tenantNames(workspace.metadata.name).sshKeys,
      workspace,
    ),
    stringData: { authorized_keys: keys.map(key => `${key}\n`).join('') },
  };
}

/** The Service through which the owner reaches the workspace. */
export function makeService(workspace: Workspace): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: tenantMetadata(
      tenantNames(workspace.metadata.name).service,
      workspace,
    ),
    spec: {
      type: 'LoadBalancer',
      selector: { [WORKSPACE_LABEL]: workspace.metadata.name },
      ports: [
        { name: 'ssh', port: SSH_PORT, targetPort: SSH_PORT, protocol: 'TCP' },
      ],
    },
  };
}

function makeQuota(limits: {
  cpu: string;
  memory: string;
  storage: string;
}): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: {
      name: 'workspace-quota',
      namespace: TENANT_NAMESPACE,
      labels: { 'app.kubernetes.io/managed-by': 'butler' },
    },
    spec: {
      hard: {
        'limits.cpu': limits.cpu,
        'limits.memory': limits.memory,
        'requests.storage': limits.storage,
      },
    },
  };
}

/** The quota of all workspaces of a tenant cluster, as the cluster says. */
export function quotaOf(cluster: KubeObject | undefined): KubeObject {
  const workspaces = isObject(cluster?.spec?.workspaces)
    ? cluster.spec.workspaces
    : {};
  const quota = isObject(workspaces.resourceQuota)
    ? workspaces.resourceQuota
    : {};
  return makeQuota({
    cpu: String(quota.maxCPU ?? '16'),
    memory: String(quota.maxMemory ?? '32Gi'),
    storage: String(quota.maxStorage ?? '500Gi'),
  });
}
