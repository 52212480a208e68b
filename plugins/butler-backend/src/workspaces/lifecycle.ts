import { ConflictError } from '@backstage/errors';
import {
  CONNECT_ANNOTATION,
  CONNECT_TIME_ANNOTATION,
  phaseOf,
  TOUCHED_ANNOTATION,
} from '@butler-portal/plugin-butler-common';
import type {
  LifecycleAction,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import type { Caller } from '../access/Caller';
import { stopWorkspace } from '../tenants/stopWorkspace';
import type { TenantClients } from '../tenants/TenantClients';
import { isNeeded } from './obstacles';
import type { AnnotationPatch, WorkspaceWriter } from './WorkspaceWriter';

/** What lifecycle actions work with. */
export interface LifecycleServices {
  writer: WorkspaceWriter;
  clients: TenantClients;
}

/** The actions that answer with the workspace. */
export type RunAction =
  | Exclude<LifecycleAction, 'delete'>
  | 'restart'
  | 'sync-ssh-keys';

const CONNECT: AnnotationPatch = { [CONNECT_ANNOTATION]: 'true' };
const DISCONNECT: AnnotationPatch = {
  [CONNECT_ANNOTATION]: null,
  [CONNECT_TIME_ANNOTATION]: null,
};

async function touch(
  caller: Caller,
  workspace: Workspace,
  writer: WorkspaceWriter,
): Promise<Workspace> {
  return writer.annotate(caller, workspace, {
    [TOUCHED_ANNOTATION]: new Date().toISOString(),
  });
}

// Contract, section 3.3: there is no field to stop a workspace by. The annotations go first, or the
// controller would start it again; the touch comes last, so that the controller looks at once.
async function stop(
  caller: Caller,
  workspace: Workspace,
  { writer, clients }: LifecycleServices,
): Promise<Workspace> {
  await writer.annotate(caller, workspace, DISCONNECT);
  await stopWorkspace(clients, workspace);
  return touch(caller, workspace, writer);
}

// The start is asked for before anything stops. From then on the controller alone does the rest: it
// finds the pod gone, calls the workspace Stopped, sees the annotation and starts it (contract, 3.1.5
// and 3.1.6). A Portal that dies in between leaves either a workspace that runs and is connected, or
// one that comes up again; to repeat the request is safe. See docs/adr/0011. Without connect-time the
// idle time begins anew.
async function restart(
  caller: Caller,
  workspace: Workspace,
  { writer, clients }: LifecycleServices,
): Promise<Workspace> {
  const asked = await writer.annotate(caller, workspace, {
    ...CONNECT,
    [CONNECT_TIME_ANNOTATION]: null,
  });
  if (phaseOf(workspace) !== 'Running') return asked;
  await stopWorkspace(clients, workspace);
  return touch(caller, workspace, writer);
}

// The controller writes the keys into the workspace when it reconciles; there is no other way to ask
// for it. Without any key it would have nothing to let the owner in by.
async function syncSshKeys(
  caller: Caller,
  workspace: Workspace,
  writer: WorkspaceWriter,
): Promise<Workspace> {
  if (!workspace.spec.sshPublicKeys?.length && caller.me.sshKeyCount === 0) {
    throw new ConflictError(
      'Neither the workspace nor your profile has an SSH key. Add one to your profile first.',
    );
  }
  return touch(caller, workspace, writer);
}

// The cache may be a moment behind: what is answered without a write has to hold at the API server, or
// a start right after a stop would be lost. A namesake that was created since is another's business.
async function newestOf(
  known: Workspace,
  caller: Caller,
  writer: WorkspaceWriter,
): Promise<Workspace> {
  const present = await writer.read(caller, known);
  return present.metadata.uid === known.metadata.uid ? present : known;
}

/**
 * Takes a lifecycle action. What holds already is answered as it is; what the state does not allow
 * is a 409.
 */
export async function takeAction(
  action: RunAction,
  caller: Caller,
  known: Workspace,
  services: LifecycleServices,
): Promise<Workspace> {
  const workspace = isNeeded(action, known)
    ? known
    : await newestOf(known, caller, services.writer);
  if (!isNeeded(action, workspace)) return workspace;
  switch (action) {
    case 'connect':
    case 'start':
      return services.writer.annotate(caller, workspace, CONNECT);
    case 'disconnect':
      return services.writer.annotate(caller, workspace, DISCONNECT);
    case 'restart':
      return restart(caller, workspace, services);
    case 'sync-ssh-keys':
      return syncSshKeys(caller, workspace, services.writer);
    default:
      return stop(caller, workspace, services);
  }
}
