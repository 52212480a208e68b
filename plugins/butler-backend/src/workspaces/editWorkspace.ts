import { ConflictError } from '@backstage/errors';
import { demandOf, parseQuantity } from '@butler-portal/plugin-butler-common';
import type {
  EditWorkspaceRequest,
  QuotaName,
  TeamMembership,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import type { Caller } from '../access/Caller';
import type { ButlerCache } from '../cache/ButlerCache';
import { KubernetesApiError } from '../kubernetes/errors';
import type { ObjectPatch } from '../writes/ObjectWriter';
import { isNeeded } from './obstacles';
import { assertRoom, workspacesOn } from './quota';
import type { WorkspaceWriter } from './WorkspaceWriter';

/** What an edit needs. */
export interface EditOptions {
  caller: Caller;
  membership: TeamMembership;
  workspace: Workspace;
  request: EditWorkspaceRequest;
}

/** The patch that the API server gets for an edit. */
function toPatch(
  { metadata, spec }: EditWorkspaceRequest,
  workspace: Workspace,
): ObjectPatch {
  // Whoever edits the list has seen the deprecated single repository as its first line.
  const replaced = spec.repositories !== undefined && workspace.spec.repository;
  return { metadata, spec: { ...spec, ...(replaced && { repository: null }) } };
}

// An edit changes what the next pod takes; only what grows needs room.
function assertRoomToGrow(
  { caller, membership, workspace, request }: EditOptions,
  cache: ButlerCache,
): void {
  const { resources } = request.spec;
  const { namespace, team } = membership;
  const { name } = workspace.spec.clusterRef;
  const cluster = cache.clusters.store.get(name, namespace);
  if (!resources || !cluster) return;
  const before = demandOf(workspace.spec);
  const asked = demandOf({
    resources: {
      cpu:
        (resources.cpu === undefined ? before.cpu : resources.cpu) ?? undefined,
      memory:
        (resources.memory === undefined ? before.memory : resources.memory) ??
        undefined,
    },
  });
  const grows = (line: QuotaName) =>
    ['cpu', 'memory'].includes(line) &&
    (parseQuantity(asked[line]) ?? 0) > (parseQuantity(before[line]) ?? 0);
  const others = workspacesOn(cache, namespace, name).filter(
    other => other.metadata.uid !== workspace.metadata.uid,
  );
  assertRoom({ cluster, others, asked, caller, team }, grows);
}

/**
 * Changes fields of a workspace. Throws a 409 when it has been changed since the version that the
 * request names.
 */
export async function editWorkspace(
  options: EditOptions,
  cache: ButlerCache,
  writer: WorkspaceWriter,
): Promise<Workspace> {
  const { caller, workspace, request } = options;
  isNeeded('edit', workspace);
  assertRoomToGrow(options, cache);
  try {
    return await writer.patch(caller, workspace, toPatch(request, workspace));
  } catch (error) {
    if (!(error instanceof KubernetesApiError) || error.status !== 409) {
      throw error;
    }
    throw new ConflictError(
      'The workspace has changed since you opened it: somebody edited it, or Butler has moved it on. Nothing was saved. Load it again, see what is different, and repeat your change.',
    );
  }
}
