import { createApiRef } from '@backstage/core-plugin-api';
import type {
  AddSshKeyRequest,
  ClusterList,
  Connection,
  CreateTemplateRequest,
  CreateWorkspaceRequest,
  GitCredentialList,
  ImageList,
  LifecycleAction,
  Me,
  PutTemplateRequest,
  SshKey,
  SshKeyList,
  TemplateDetails,
  TemplateList,
  WorkloadList,
  Workspace,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import type { WorkspaceStore } from './WorkspaceStore';

/** Which workspace: a Team's name and the workspace's. */
export interface WorkspaceKey {
  team: string;
  name: string;
}

/** Which template. */
export interface TemplatePlace {
  /** The Team's name; undefined = the templates of every team. */
  team?: string;
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
  /**
   * What runs on a cluster of the team, with the names of its environment variables. Throws a 503
   * when the cluster cannot be reached.
   *
   * @param namespace - only this one; for a cluster with more than is listed at once
   */
  getWorkloads(
    team: string,
    cluster: string,
    namespace?: string,
  ): Promise<WorkloadList>;
  /** Names and types of the team's Secrets with a Git credential. */
  getGitCredentials(team: string): Promise<GitCredentialList>;
  /** The images that the Portal's operators propose. */
  getImages(): Promise<ImageList>;

  /** The templates of the team with those of every team, or only the latter. */
  getTemplates(team?: string): Promise<TemplateList>;
  /** A template with the workspaces that were created from it. */
  getTemplate(place: TemplatePlace): Promise<TemplateDetails>;
  createTemplate(
    team: string | undefined,
    request: CreateTemplateRequest,
  ): Promise<WorkspaceTemplate>;
  /** Replaces a template; throws a 409 when there is a newer version than the one that was edited. */
  putTemplate(
    place: TemplatePlace,
    request: PutTemplateRequest,
  ): Promise<WorkspaceTemplate>;
  /** Deletes the template with this uid; a namesake that was created since survives. */
  deleteTemplate(place: TemplatePlace, uid: string): Promise<void>;

  /** The keys of the person's profile. */
  getSshKeys(): Promise<SshKeyList>;
  addSshKey(request: AddSshKeyRequest): Promise<SshKey>;

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
  /**
   * What {@link ButlerApi.createWorkspace} would create, checked by Kubernetes and the quota.
   *
   * @param idempotencyKey - of a try whose answer was lost: what it has created is answered
   */
  tryCreateWorkspace(
    team: string,
    request: CreateWorkspaceRequest,
    idempotencyKey?: string,
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
