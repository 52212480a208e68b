import type { Caller } from '../access/Caller';
import type { ButlerCache } from '../cache/ButlerCache';
import type { KubernetesClient } from '../kubernetes/KubernetesClient';
import { MERGE_PATCH } from '../kubernetes/KubernetesClient';
import { collectionPath, objectPath } from '../kubernetes/paths';
import { WORKSPACES } from '../kubernetes/resourceTypes';
import type { Workspace } from '@butler-portal/plugin-butler-common';

/** Annotations to set, or to remove (null). */
export type AnnotationPatch = Record<string, string | null>;

function keyOf({ metadata: { name, namespace } }: Workspace) {
  return { name, namespace };
}

/**
 * Writes workspaces to the API server as the person who asks, and shows the answers to readers at
 * once.
 */
export class WorkspaceWriter {
  constructor(
    private readonly client: KubernetesClient,
    private readonly cache: ButlerCache,
    private readonly impersonation: boolean,
  ) {}

  async create(
    caller: Caller,
    workspace: Workspace,
    dryRun: boolean,
  ): Promise<Workspace> {
    const created = await this.client.request<Workspace>({
      method: 'POST',
      path: collectionPath(WORKSPACES, workspace.metadata.namespace),
      query: dryRun ? { dryRun: 'All' } : undefined,
      body: workspace,
      as: this.#as(caller),
    });
    if (!dryRun) this.cache.workspaces.fold(created);
    return created;
  }

  /** As the API server has it now, which may be newer than the cache. */
  async read(caller: Caller, workspace: Workspace): Promise<Workspace> {
    return this.client.request<Workspace>({
      method: 'GET',
      path: objectPath(WORKSPACES, keyOf(workspace)),
      as: this.#as(caller),
    });
  }

  /**
   * Patches just the named annotations, so that two writers at once cannot lose one another's. The
   * uid in the patch makes the API server refuse when the name is another workspace's by now, whose
   * owner nobody has asked about.
   */
  async annotate(
    caller: Caller,
    workspace: Workspace,
    annotations: AnnotationPatch,
  ): Promise<Workspace> {
    const { uid } = workspace.metadata;
    const patched = await this.client.request<Workspace>({
      method: 'PATCH',
      path: objectPath(WORKSPACES, keyOf(workspace)),
      contentType: MERGE_PATCH,
      body: { metadata: { uid, annotations } },
      repeatable: true,
      as: this.#as(caller),
    });
    this.cache.workspaces.fold(patched);
    return patched;
  }

  /** Deletes this workspace and no namesake that was created since. */
  async delete(caller: Caller, workspace: Workspace): Promise<void> {
    const { uid } = workspace.metadata;
    const answer = await this.client.request<Workspace | { kind: 'Status' }>({
      method: 'DELETE',
      path: objectPath(WORKSPACES, keyOf(workspace)),
      body: {
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        preconditions: { uid },
      },
      repeatable: true,
      as: this.#as(caller),
    });
    // Held by its finalizer it is answered as it is now; gone at once, the watch tells it.
    if (answer.kind === 'Workspace' && answer.metadata.finalizers?.length) {
      this.cache.workspaces.fold(answer);
    }
  }

  #as(caller: Caller) {
    return this.impersonation ? caller.impersonated : undefined;
  }
}
