import type { Workspace } from '@butler-portal/plugin-butler-common';
import type { Caller } from '../access/Caller';
import type { ButlerCache } from '../cache/ButlerCache';
import type { KubernetesClient } from '../kubernetes/KubernetesClient';
import { WORKSPACES } from '../kubernetes/resourceTypes';
import { ObjectWriter } from '../writes/ObjectWriter';

/** Annotations to set, or to remove (null). */
export type AnnotationPatch = Record<string, string | null>;

/** Writes workspaces as the person who asks. */
export class WorkspaceWriter extends ObjectWriter<Workspace> {
  constructor(
    client: KubernetesClient,
    cache: ButlerCache,
    impersonation: boolean,
  ) {
    super(client, WORKSPACES, cache.workspaces, impersonation);
  }

  /** Sets or removes annotations and leaves everything else alone. */
  async annotate(
    caller: Caller,
    workspace: Workspace,
    annotations: AnnotationPatch,
  ): Promise<Workspace> {
    return this.patch(caller, workspace, { metadata: { annotations } });
  }
}
