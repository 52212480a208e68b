import {
  clusterObstacle,
  demandOf,
  newWorkspace,
} from '@butler-portal/plugin-butler-common';
import type {
  CreateWorkspaceRequest,
  TeamMembership,
  TenantCluster,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import type { Caller } from '../access/Caller';
import type { ButlerCache } from '../cache/ButlerCache';
import { FieldsError } from '../errors';
import { KubernetesApiError } from '../kubernetes/errors';
import { idempotencyHash, isRepeated, withIdempotency } from './idempotency';
import { assertRoom, workspacesOn } from './quota';
import type { WorkspaceWriter } from './WorkspaceWriter';

/** What a create needs. */
export interface CreateOptions {
  caller: Caller;
  membership: TeamMembership;
  request: CreateWorkspaceRequest;
  idempotencyKey?: string;
  dryRun: boolean;
}

function clusterFor(
  cache: ButlerCache,
  name: string,
  { team, namespace }: TeamMembership,
): TenantCluster {
  const cluster = cache.clusters.store.get(name, namespace);
  const refuse = (message: string): never => {
    throw new FieldsError(message, [{ path: 'spec.clusterRef.name', message }]);
  };
  if (!cluster) return refuse(`The team “${team}” has no cluster “${name}”.`);
  switch (clusterObstacle(cluster)) {
    case 'workspacesDisabled':
      return refuse(
        `The cluster “${name}” takes no workspaces. Choose another one, or ask a platform admin to enable workspaces on it.`,
      );
    case 'notReady':
      return refuse(
        `The cluster “${name}” is not ready. Try again when it is, or choose another one.`,
      );
    default:
      return cluster;
  }
}

/**
 * Creates a workspace that belongs to the caller. Repeated with the same key it answers with what
 * the first request has made: a browser that lost the answer may ask again.
 */
export async function createWorkspace(
  options: CreateOptions,
  cache: ButlerCache,
  writer: WorkspaceWriter,
): Promise<Workspace> {
  const { caller, membership, request, idempotencyKey, dryRun } = options;
  const hash = idempotencyKey
    ? idempotencyHash(caller.email, idempotencyKey)
    : undefined;
  const wanted = withIdempotency(
    newWorkspace(request, caller.email, membership),
    hash,
  );
  const known = cache.workspaces.store.get(request.name, membership.namespace);
  if (known && isRepeated(known, hash, Date.now())) return known;
  const { name: clusterName } = request.spec.clusterRef;
  assertRoom({
    cluster: clusterFor(cache, clusterName, membership),
    others: workspacesOn(cache, membership.namespace, clusterName),
    asked: demandOf(request.spec),
    caller,
    team: membership.team,
  });
  try {
    return await writer.create(caller, wanted, { dryRun });
  } catch (error) {
    const taken =
      error instanceof KubernetesApiError && error.reason === 'AlreadyExists';
    if (!taken || !hash) throw error;
    const present = await writer.read(caller, wanted);
    if (isRepeated(present, hash, Date.now())) return present;
    throw error;
  }
}
