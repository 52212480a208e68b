import type { Workspace } from '@butler-portal/plugin-butler-common';
import type { Caller } from '../access/Caller';
import { KubernetesApiError } from '../kubernetes/errors';
import { isNeeded } from './obstacles';
import type { WorkspaceWriter } from './WorkspaceWriter';

/** Deletes the workspace; one that is going or gone already is no error. */
export async function deleteWorkspace(
  caller: Caller,
  workspace: Workspace,
  writer: WorkspaceWriter,
): Promise<void> {
  if (!isNeeded('delete', workspace)) return;
  try {
    await writer.delete(caller, workspace);
  } catch (error) {
    // Gone before the cache knew.
    if (!(error instanceof KubernetesApiError) || error.status !== 404) {
      throw error;
    }
  }
}
