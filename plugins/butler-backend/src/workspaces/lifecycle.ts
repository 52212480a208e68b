import {
  CONNECT_ANNOTATION,
  CONNECT_TIME_ANNOTATION,
  TOUCHED_ANNOTATION,
} from '@butler-portal/plugin-butler-common';
import type {
  LifecycleAction,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import type { Caller } from '../access/Caller';
import type { TenantWorkloads } from '../tenants/TenantWorkloads';
import { isNeeded } from './obstacles';
import type { AnnotationPatch, WorkspaceWriter } from './WorkspaceWriter';

/** What lifecycle actions work with. */
export interface LifecycleServices {
  writer: WorkspaceWriter;
  tenants: TenantWorkloads;
}

/** The lifecycle actions that answer with the workspace. */
export type RunAction = Exclude<LifecycleAction, 'delete'>;

const CONNECT: AnnotationPatch = { [CONNECT_ANNOTATION]: 'true' };
const DISCONNECT: AnnotationPatch = {
  [CONNECT_ANNOTATION]: null,
  [CONNECT_TIME_ANNOTATION]: null,
};

// Contract, section 3.3: there is no field to stop a workspace by. The annotations go first, or the
// controller would start it again; the touch comes last, so that the controller looks at once.
async function stop(
  caller: Caller,
  workspace: Workspace,
  { writer, tenants }: LifecycleServices,
): Promise<Workspace> {
  await writer.annotate(caller, workspace, DISCONNECT);
  await tenants.stop(workspace);
  return writer.annotate(caller, workspace, {
    [TOUCHED_ANNOTATION]: new Date().toISOString(),
  });
}

/**
 * Takes a lifecycle action. What holds already is answered as it is; what the state does not allow
 * is a 409.
 */
export async function takeAction(
  action: RunAction,
  caller: Caller,
  workspace: Workspace,
  services: LifecycleServices,
): Promise<Workspace> {
  if (!isNeeded(action, workspace)) return workspace;
  switch (action) {
    case 'connect':
    case 'start':
      return services.writer.annotate(caller, workspace, CONNECT);
    case 'disconnect':
      return services.writer.annotate(caller, workspace, DISCONNECT);
    default:
      return stop(caller, workspace, services);
  }
}
