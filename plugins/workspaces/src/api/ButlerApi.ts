import { createApiRef } from '@backstage/core-plugin-api';
import type {
  ClusterList,
  Connection,
  CreateWorkspaceRequest,
  LifecycleAction,
  Me,
  TemplateList,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import type { WorkspaceStore } from './WorkspaceStore';

/** Which workspace: a Team's name and the workspace's. */
export interface WorkspaceKey {
  team: string;
  name: string;
}

/**
 * What Chambers asks of butler-backend. Every method throws a `ButlerError` when the backend says
 * no or cannot be reached.
 */
export interface ButlerApi {
  /** Every workspace that the person may see, live from one event stream a browser tab. */
  readonly workspaces: WorkspaceStore;
  getMe(): Promise<Me>;
  getClusters(team: string): Promise<ClusterList>;
  getTemplates(team: string): Promise<TemplateList>;
  /** SSH command and editor links. Only for the owner; throws a 409 while there is no endpoint. */
  getConnection(key: WorkspaceKey): Promise<Connection>;
  /**
   * Creates a workspace.
   *
   * @param idempotencyKey - the same for every try of one form, so that a retry after a time-out
   * does not make a second workspace
   */
  createWorkspace(
    team: string,
    request: CreateWorkspaceRequest,
    idempotencyKey: string,
  ): Promise<Workspace>;
  /** Asks for a lifecycle action; the change itself arrives in {@link ButlerApi.workspaces}. */
  act(
    key: WorkspaceKey,
    action: Exclude<LifecycleAction, 'delete'>,
  ): Promise<Workspace>;
  /** Deletes the workspace with this uid; a namesake that was created since survives. */
  deleteWorkspace(key: WorkspaceKey, uid: string): Promise<void>;
}

/** The {@link ButlerApi} of the app. */
export const butlerApiRef = createApiRef<ButlerApi>({
  id: 'plugin.workspaces.butler',
});
