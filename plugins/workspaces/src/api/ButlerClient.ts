import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import type {
  ClusterList,
  Connection,
  CreateWorkspaceRequest,
  LifecycleAction,
  Me,
  TemplateList,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import type { ButlerApi, WorkspaceKey } from './ButlerApi';
import { errorFromFailure, errorFromResponse } from './errors';
import { LiveWorkspaceStore } from './LiveWorkspaceStore';
import type { WorkspaceStore } from './WorkspaceStore';

// A stop waits for the tenant cluster, which may be slow.
const TIME_LIMIT_MS = 30_000;

interface RequestOptions {
  method?: 'GET' | 'POST' | 'DELETE';
  body?: unknown;
  headers?: Record<string, string>;
}

function workspacePath({ team, name }: WorkspaceKey): string {
  return `${teamPath(team)}/workspaces/${encodeURIComponent(name)}`;
}

function teamPath(team: string): string {
  return `/teams/${encodeURIComponent(team)}`;
}

/** {@link ButlerApi} over HTTP. */
export class ButlerClient implements ButlerApi {
  readonly workspaces: WorkspaceStore;

  constructor(
    private readonly apis: { discoveryApi: DiscoveryApi; fetchApi: FetchApi },
    private readonly timeLimitMs = TIME_LIMIT_MS,
  ) {
    this.workspaces = new LiveWorkspaceStore(async init => {
      const baseUrl = await apis.discoveryApi.getBaseUrl('butler');
      return apis.fetchApi.fetch(`${baseUrl}/events`, init);
    });
  }

  getMe(): Promise<Me> {
    return this.request('/me');
  }

  getClusters(team: string): Promise<ClusterList> {
    return this.request(`${teamPath(team)}/clusters`);
  }

  getTemplates(team: string): Promise<TemplateList> {
    return this.request(`${teamPath(team)}/templates`);
  }

  getConnection(key: WorkspaceKey): Promise<Connection> {
    return this.request(`${workspacePath(key)}/connection`);
  }

  createWorkspace(
    team: string,
    request: CreateWorkspaceRequest,
    idempotencyKey: string,
  ): Promise<Workspace> {
    return this.request(`${teamPath(team)}/workspaces`, {
      method: 'POST',
      body: request,
      headers: { 'Idempotency-Key': idempotencyKey },
    });
  }

  act(
    key: WorkspaceKey,
    action: Exclude<LifecycleAction, 'delete'>,
  ): Promise<Workspace> {
    return this.request(`${workspacePath(key)}/${action}`, { method: 'POST' });
  }

  async deleteWorkspace(key: WorkspaceKey, uid: string): Promise<void> {
    const query = new URLSearchParams({ uid });
    await this.request(`${workspacePath(key)}?${query}`, { method: 'DELETE' });
  }

  private async request<T>(
    path: string,
    { method = 'GET', body, headers }: RequestOptions = {},
  ): Promise<T> {
    try {
      const baseUrl = await this.apis.discoveryApi.getBaseUrl('butler');
      const response = await this.apis.fetchApi.fetch(`${baseUrl}${path}`, {
        method,
        headers: {
          Accept: 'application/json',
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(this.timeLimitMs),
      });
      if (!response.ok) throw await errorFromResponse(response);
      const text = await response.text();
      return (text ? JSON.parse(text) : undefined) as T;
    } catch (failure) {
      throw errorFromFailure(failure);
    }
  }
}
