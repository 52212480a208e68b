import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import type { Caller } from '../access/Caller';
import { KubernetesApiError } from '../kubernetes/errors';
import type { ObjectWriter, WriteOptions } from '../writes/ObjectWriter';

/** Deletes the template; workspaces that were created from it stay as they are. One that is gone already is no error. */
export async function deleteTemplate(
  caller: Caller,
  template: WorkspaceTemplate,
  writer: ObjectWriter<WorkspaceTemplate>,
  options: WriteOptions,
): Promise<void> {
  try {
    await writer.delete(caller, template, options);
  } catch (error) {
    // Gone before the cache knew.
    if (!(error instanceof KubernetesApiError) || error.status !== 404) {
      throw error;
    }
  }
}
