import { KubeObject, ObjectMeta } from '../../apiserver/types';
import {
  SSH_PORT,
  TENANT_NAMESPACE,
  tenantNames,
  WORKSPACE_LABEL,
} from '../names';
import { Workspace } from './model';

function metadata(name: string, workspace: Workspace): ObjectMeta {
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
    metadata: metadata(tenantNames(workspace.metadata.name).volume, workspace),
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
    metadata: metadata(tenantNames(workspace.metadata.name).sshKeys, workspace),
    stringData: { authorized_keys: keys.map(key => `${key}\n`).join('') },
  };
}

/** The pod of a workspace. */
export function makePod(workspace: Workspace): KubeObject {
  const { spec } = workspace;
  const names = tenantNames(workspace.metadata.name);
  const mount = { name: 'workspace', mountPath: '/workspace' };
  const init = (name: string) => ({
    name,
    image: spec.image,
    volumeMounts: [mount],
  });
  const cloned = spec.repositories?.length || spec.repository;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: metadata(names.pod, workspace),
    spec: {
      initContainers: [
        ...(cloned ? [init('git-clone')] : []),
        ...(spec.dotfiles ? [init('dotfiles')] : []),
      ],
      containers: [
        {
          name: 'workspace',
          image: spec.image,
          ports: [{ containerPort: SSH_PORT, name: 'ssh' }],
          resources: {
            limits: {
              cpu: spec.resources?.cpu ?? '2',
              memory: spec.resources?.memory ?? '4Gi',
            },
          },
          volumeMounts: [mount],
        },
      ],
      volumes: [
        {
          name: 'workspace',
          persistentVolumeClaim: { claimName: names.volume },
        },
      ],
    },
  };
}

/** The Service through which the owner reaches the workspace. */
export function makeService(workspace: Workspace): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(tenantNames(workspace.metadata.name).service, workspace),
    spec: {
      type: 'LoadBalancer',
      selector: { [WORKSPACE_LABEL]: workspace.metadata.name },
      ports: [
        { name: 'ssh', port: SSH_PORT, targetPort: SSH_PORT, protocol: 'TCP' },
      ],
    },
  };
}

/** The quota of all workspaces of a tenant cluster. */
export function makeQuota(limits: {
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
