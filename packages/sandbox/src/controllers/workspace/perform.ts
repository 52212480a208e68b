import { Objects } from '../../apiserver/objects';
import { KubeObject, ObjectKey } from '../../apiserver/types';
import { ControllerContext } from '../context';
import {
  TENANT_NAMESPACE,
  tenantNames,
  WORKSPACE_FINALIZER,
} from '../../names';
import { copyEnvironment } from './copyEnvironment';
import { makeGitCredentials } from './gitCredentials';
import { Action, Workspace } from './model';
import { authorizedKeys } from './observe';
import {
  makeKeySecret,
  quotaOf,
  makeService,
  makeVolume,
} from './tenantObjects';
import { makePod } from './tenantPod';

function createMissing(
  objects: Objects,
  resource: string,
  object: KubeObject,
): void {
  if (!objects.get(resource, object.metadata)) {
    objects.create(resource, object);
  }
}

function deletePresent(objects: Objects, resource: string, name: string): void {
  const key = { namespace: TENANT_NAMESPACE, name };
  if (objects.get(resource, key)) {
    objects.delete(resource, key);
  }
}

function setStatus(
  objects: Objects,
  workspace: Workspace,
  action: Extract<Action, { do: 'setStatus' }>,
): void {
  const cleared = Object.fromEntries(
    (action.clear ?? []).map(field => [field, null]),
  );
  const status = {
    ...action.status,
    ...cleared,
    observedGeneration: workspace.metadata.generation,
  };
  objects.patch('workspaces', workspace.metadata, { status }, 'status');
}

/** Brings the keys and credentials in the tenant cluster to what they are now. */
function writeSecrets(
  context: ControllerContext,
  tenant: Objects,
  workspace: Workspace,
): void {
  const secrets = [
    makeKeySecret(workspace, authorizedKeys(context, workspace)),
    makeGitCredentials(context.objects, workspace),
  ];
  for (const secret of secrets) {
    if (!secret) continue;
    if (tenant.get('secrets', secret.metadata)) {
      tenant.patch('secrets', secret.metadata, secret);
    } else {
      tenant.create('secrets', secret);
    }
  }
}

function performInTenant(
  context: ControllerContext,
  workspace: Workspace,
  action: Action,
): void {
  const clusterKey: ObjectKey = {
    namespace: workspace.metadata.namespace,
    name: workspace.spec.clusterRef.name,
  };
  const tenant = context.tenants.get(clusterKey)?.objects;
  // A cluster that is gone took the workspace's objects with it.
  if (!tenant) return;
  const names = tenantNames(workspace.metadata.name);
  switch (action.do) {
    case 'ensureVolume': {
      const cluster = context.objects.get('tenantclusters', clusterKey);
      createMissing(tenant, 'namespaces', {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: TENANT_NAMESPACE },
      });
      createMissing(tenant, 'resourcequotas', quotaOf(cluster));
      createMissing(tenant, 'persistentvolumeclaims', makeVolume(workspace));
      break;
    }
    case 'createPod':
      writeSecrets(context, tenant, workspace);
      createMissing(
        tenant,
        'pods',
        makePod(workspace, copyEnvironment(tenant, workspace)),
      );
      break;
    case 'deletePod':
      deletePresent(tenant, 'pods', names.pod);
      break;
    case 'createService':
      writeSecrets(context, tenant, workspace);
      createMissing(tenant, 'services', makeService(workspace));
      break;
    case 'deleteService':
      deletePresent(tenant, 'services', names.service);
      break;
    case 'deleteTenantObjects':
      deletePresent(tenant, 'services', names.service);
      deletePresent(tenant, 'pods', names.pod);
      deletePresent(tenant, 'persistentvolumeclaims', names.volume);
      deletePresent(tenant, 'secrets', names.sshKeys);
      deletePresent(tenant, 'secrets', names.gitCredentials);
      break;
    default:
  }
}

/** Carries out what a plan asks for. */
export function perform(
  context: ControllerContext,
  workspace: Workspace,
  action: Action,
): void {
  const { objects } = context;
  const key = workspace.metadata;
  const finalizers = key.finalizers ?? [];
  switch (action.do) {
    case 'setStatus':
      setStatus(objects, workspace, action);
      break;
    case 'annotate':
      objects.patch('workspaces', key, {
        metadata: { annotations: action.annotations },
      });
      break;
    case 'addFinalizer':
      objects.patch('workspaces', key, {
        metadata: { finalizers: [...finalizers, WORKSPACE_FINALIZER] },
      });
      break;
    case 'removeFinalizer':
      objects.patch('workspaces', key, {
        metadata: {
          finalizers: finalizers.filter(name => name !== WORKSPACE_FINALIZER),
        },
      });
      break;
    case 'deleteWorkspace':
      objects.delete('workspaces', key);
      break;
    default:
      performInTenant(context, workspace, action);
  }
}
