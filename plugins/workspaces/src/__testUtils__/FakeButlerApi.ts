import {
  DEFAULT_EDITORS,
  editorLink,
  teamOf,
} from '@butler-portal/plugin-butler-common';
import type {
  ClusterList,
  Connection,
  CreateWorkspaceRequest,
  GitCredentialList,
  ImageList,
  LifecycleAction,
  Me,
  SshKey,
  SshKeyList,
  TemplateDetails,
  TemplateList,
  WorkloadList,
  Workspace,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import type {
  ButlerApi,
  TemplatePlace,
  WorkspaceKey,
  WorkspacesState,
  WorkspaceStore,
} from '../api';
import { aMe, aWorkspace } from './fixtures';

/** A store that shows what the test says. */
export class FakeWorkspaceStore implements WorkspaceStore {
  retries = 0;
  private readonly listeners = new Set<() => void>();

  constructor(
    private state: WorkspacesState = {
      status: 'ready',
      workspaces: [],
      accessVersion: 0,
    },
  ) {}

  getState = () => this.state;

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  retry = () => {
    this.retries += 1;
  };

  /** Changes a part of the state. Call it inside `act`. */
  set(change: Partial<WorkspacesState>) {
    this.state = { ...this.state, ...change };
    this.listeners.forEach(listener => listener());
  }

  /** Shows this workspace, new or changed. Call it inside `act`. */
  upsert(workspace: Workspace) {
    const others = this.state.workspaces.filter(
      item =>
        item.metadata.name !== workspace.metadata.name ||
        teamOf(item) !== teamOf(workspace),
    );
    this.set({
      workspaces: [...others, workspace].sort((one, other) =>
        one.metadata.name < other.metadata.name ? -1 : 1,
      ),
    });
  }

  /** Shows that the workspace is gone. Call it inside `act`. */
  remove({ team, name }: WorkspaceKey) {
    this.set({
      workspaces: this.state.workspaces.filter(
        item => item.metadata.name !== name || teamOf(item) !== team,
      ),
    });
  }
}

function notSaid(method: string): () => Promise<never> {
  return async () => {
    throw new Error(`The test does not say what ${method} answers.`);
  };
}

/**
 * A {@link ButlerApi} without a backend: it notes each call in `calls` and answers with what the
 * test has put into the field of the same name with `on` before it, such as `onGetMe`.
 */
export class FakeButlerApi implements ButlerApi {
  readonly workspaces: FakeWorkspaceStore;
  /** Every call: the method's name and its arguments. */
  readonly calls: [method: string, ...args: unknown[]][] = [];

  onGetMe: () => Promise<Me> = async () => aMe();
  onGetClusters: ButlerApi['getClusters'] = async (): Promise<ClusterList> => ({
    items: [],
  });
  onGetWorkloads: ButlerApi['getWorkloads'] =
    async (): Promise<WorkloadList> => ({
      namespaces: [],
      items: [],
      truncated: false,
    });
  onGetGitCredentials: ButlerApi['getGitCredentials'] =
    async (): Promise<GitCredentialList> => ({ items: [] });
  onGetImages: () => Promise<ImageList> = async () => ({ items: [] });
  onGetTemplates: ButlerApi['getTemplates'] =
    async (): Promise<TemplateList> => ({ items: [] });
  onGetTemplate: (place: TemplatePlace) => Promise<TemplateDetails> =
    notSaid('getTemplate');
  onCreateTemplate: ButlerApi['createTemplate'] = notSaid('createTemplate');
  onPutTemplate: ButlerApi['putTemplate'] = notSaid('putTemplate');
  onDeleteTemplate: ButlerApi['deleteTemplate'] = async () => {};
  onGetSshKeys: () => Promise<SshKeyList> = async () => ({ items: [] });
  onAddSshKey: ButlerApi['addSshKey'] = notSaid('addSshKey');
  onGetConnection: (key: WorkspaceKey) => Promise<Connection> = async () => ({
    host: '203.0.113.7',
    port: 2222,
    user: 'dev',
    alias: 'api.payments.butler',
    sshCommand: 'ssh -p 2222 dev@203.0.113.7',
    sshConfig: 'Host api.payments.butler\n',
    knownHosts: ['api.payments.butler ssh-ed25519 AAAAC3'],
    hostKeys: [{ type: 'ssh-ed25519', fingerprint: 'SHA256:host' }],
    editors: DEFAULT_EDITORS.map(id =>
      editorLink(id, {
        alias: 'api.payments.butler',
        endpoint: { host: '203.0.113.7', port: 2222 },
        user: 'dev',
        paths: { directory: '/workspace/src' },
      }),
    ),
  });
  onCreateWorkspace: ButlerApi['createWorkspace'] = async (team, { name }) =>
    aWorkspace({ team, name, phase: 'Pending' });
  onTryCreateWorkspace: ButlerApi['tryCreateWorkspace'] = async (
    team,
    { name },
  ) => aWorkspace({ team, name, phase: 'Pending' });
  onAct: ButlerApi['act'] = async ({ team, name }) =>
    aWorkspace({ team, name });
  onDeleteWorkspace: ButlerApi['deleteWorkspace'] = async () => {};

  constructor(workspaces: Workspace[] = [], me: Me = aMe()) {
    this.workspaces = new FakeWorkspaceStore({
      status: 'ready',
      workspaces,
      accessVersion: 0,
    });
    this.onGetMe = async () => me;
  }

  getMe() {
    this.calls.push(['getMe']);
    return this.onGetMe();
  }

  getClusters(team: string) {
    this.calls.push(['getClusters', team]);
    return this.onGetClusters(team);
  }

  getWorkloads(...args: Parameters<ButlerApi['getWorkloads']>) {
    this.calls.push(['getWorkloads', ...args]);
    return this.onGetWorkloads(...args);
  }

  getGitCredentials(team: string) {
    this.calls.push(['getGitCredentials', team]);
    return this.onGetGitCredentials(team);
  }

  getImages() {
    this.calls.push(['getImages']);
    return this.onGetImages();
  }

  getTemplates(team?: string) {
    this.calls.push(['getTemplates', team]);
    return this.onGetTemplates(team);
  }

  getTemplate(place: TemplatePlace) {
    this.calls.push(['getTemplate', place]);
    return this.onGetTemplate(place);
  }

  createTemplate(
    ...args: Parameters<ButlerApi['createTemplate']>
  ): Promise<WorkspaceTemplate> {
    this.calls.push(['createTemplate', ...args]);
    return this.onCreateTemplate(...args);
  }

  putTemplate(
    ...args: Parameters<ButlerApi['putTemplate']>
  ): Promise<WorkspaceTemplate> {
    this.calls.push(['putTemplate', ...args]);
    return this.onPutTemplate(...args);
  }

  deleteTemplate(...args: Parameters<ButlerApi['deleteTemplate']>) {
    this.calls.push(['deleteTemplate', ...args]);
    return this.onDeleteTemplate(...args);
  }

  getSshKeys() {
    this.calls.push(['getSshKeys']);
    return this.onGetSshKeys();
  }

  addSshKey(...args: Parameters<ButlerApi['addSshKey']>): Promise<SshKey> {
    this.calls.push(['addSshKey', ...args]);
    return this.onAddSshKey(...args);
  }

  getConnection(key: WorkspaceKey) {
    this.calls.push(['getConnection', key]);
    return this.onGetConnection(key);
  }

  createWorkspace(
    team: string,
    request: CreateWorkspaceRequest,
    idempotencyKey: string,
  ) {
    this.calls.push(['createWorkspace', team, request, idempotencyKey]);
    return this.onCreateWorkspace(team, request, idempotencyKey);
  }

  tryCreateWorkspace(
    team: string,
    request: CreateWorkspaceRequest,
    idempotencyKey?: string,
  ) {
    this.calls.push(['tryCreateWorkspace', team, request]);
    return this.onTryCreateWorkspace(team, request, idempotencyKey);
  }

  act(key: WorkspaceKey, action: Exclude<LifecycleAction, 'delete'>) {
    this.calls.push(['act', key, action]);
    return this.onAct(key, action);
  }

  deleteWorkspace(key: WorkspaceKey, uid: string) {
    this.calls.push(['deleteWorkspace', key, uid]);
    return this.onDeleteWorkspace(key, uid);
  }
}
