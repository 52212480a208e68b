import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
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
import type { ButlerApi, TemplatePlace, WorkspaceKey } from './ButlerApi';
import { ButlerHttp } from './ButlerHttp';
import { LiveWorkspaceStore } from './LiveWorkspaceStore';
import type { WorkspaceStore } from './WorkspaceStore';

function teamPath(team: string): string {
  return `/teams/${encodeURIComponent(team)}`;
}

function workspacePath({ team, name }: WorkspaceKey): string {
  return `${teamPath(team)}/workspaces/${encodeURIComponent(name)}`;
}

function templatesPath(team: string | undefined): string {
  return team === undefined ? '/templates' : `${teamPath(team)}/templates`;
}

function templatePath({ team, name }: TemplatePlace): string {
  return `${templatesPath(team)}/${encodeURIComponent(name)}`;
}

/** {@link ButlerApi} over HTTP. */
export class ButlerClient implements ButlerApi {
  readonly workspaces: WorkspaceStore;
  private readonly http: ButlerHttp;

  /** @param timeLimitMs - for every request but the event stream */
  constructor(
    apis: { discoveryApi: DiscoveryApi; fetchApi: FetchApi },
    timeLimitMs?: number,
  ) {
    this.http = new ButlerHttp(apis, timeLimitMs);
    this.workspaces = new LiveWorkspaceStore(init =>
      this.http.open('/events', init),
    );
  }

  getMe(): Promise<Me> {
    return this.http.request('/me');
  }

  getClusters(team: string): Promise<ClusterList> {
    return this.http.request(`${teamPath(team)}/clusters`);
  }

  getWorkloads(
    team: string,
    cluster: string,
    namespace?: string,
  ): Promise<WorkloadList> {
    const path = `${teamPath(team)}/clusters/${encodeURIComponent(cluster)}`;
    const query = namespace ? `?${new URLSearchParams({ namespace })}` : '';
    return this.http.request(`${path}/workloads${query}`);
  }

  getGitCredentials(team: string): Promise<GitCredentialList> {
    return this.http.request(`${teamPath(team)}/git-credentials`);
  }

  getImages(): Promise<ImageList> {
    return this.http.request('/images');
  }

  getTemplates(team?: string): Promise<TemplateList> {
    return this.http.request(templatesPath(team));
  }

  getTemplate(place: TemplatePlace): Promise<TemplateDetails> {
    return this.http.request(templatePath(place));
  }

  createTemplate(
    team: string | undefined,
    body: CreateTemplateRequest,
  ): Promise<WorkspaceTemplate> {
    return this.http.request(templatesPath(team), { method: 'POST', body });
  }

  putTemplate(
    place: TemplatePlace,
    body: PutTemplateRequest,
  ): Promise<WorkspaceTemplate> {
    return this.http.request(templatePath(place), { method: 'PUT', body });
  }

  async deleteTemplate(place: TemplatePlace, uid: string): Promise<void> {
    await this.delete(templatePath(place), uid);
  }

  getSshKeys(): Promise<SshKeyList> {
    return this.http.request('/me/ssh-keys');
  }

  addSshKey(body: AddSshKeyRequest): Promise<SshKey> {
    return this.http.request('/me/ssh-keys', { method: 'POST', body });
  }

  getConnection(key: WorkspaceKey): Promise<Connection> {
    return this.http.request(`${workspacePath(key)}/connection`);
  }

  createWorkspace(
    team: string,
    body: CreateWorkspaceRequest,
    idempotencyKey: string,
  ): Promise<Workspace> {
    return this.http.request(`${teamPath(team)}/workspaces`, {
      method: 'POST',
      body,
      headers: { 'Idempotency-Key': idempotencyKey },
    });
  }

  tryCreateWorkspace(
    team: string,
    body: CreateWorkspaceRequest,
    idempotencyKey?: string,
  ): Promise<Workspace> {
    const path = `${teamPath(team)}/workspaces?dryRun=true`;
    return this.http.request(path, {
      method: 'POST',
      body,
      headers: idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {},
    });
  }

  act(
    key: WorkspaceKey,
    action: Exclude<LifecycleAction, 'delete'>,
  ): Promise<Workspace> {
    return this.http.request(`${workspacePath(key)}/${action}`, {
      method: 'POST',
    });
  }

  async deleteWorkspace(key: WorkspaceKey, uid: string): Promise<void> {
    await this.delete(workspacePath(key), uid);
  }

  private delete(path: string, uid: string): Promise<unknown> {
    const query = new URLSearchParams({ uid });
    return this.http.request(`${path}?${query}`, { method: 'DELETE' });
  }
}
