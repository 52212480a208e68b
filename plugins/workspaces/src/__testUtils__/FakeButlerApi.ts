import { teamOf } from '@butler-portal/plugin-butler-common';
import type {
  ClusterList,
  Connection,
  CreateWorkspaceRequest,
  LifecycleAction,
  Me,
  TemplateList,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import type {
  ButlerApi,
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

/**
 * A {@link ButlerApi} without a backend: it notes each call in `calls` and answers with what the
 * test has put into the field of the same name with `on` before it, such as `onGetMe`.
 */
export class FakeButlerApi implements ButlerApi {
  readonly workspaces: FakeWorkspaceStore;
  /** Every call: the method's name and its arguments. */
  readonly calls: [method: string, ...args: unknown[]][] = [];

  onGetMe: () => Promise<Me> = async () => aMe();
  onGetClusters: (team: string) => Promise<ClusterList> = async () => ({
    items: [],
  });
  onGetTemplates: (team: string) => Promise<TemplateList> = async () => ({
    items: [],
  });
  onGetConnection: (key: WorkspaceKey) => Promise<Connection> = async () => ({
    host: '203.0.113.7',
    port: 2222,
    user: 'dev',
    sshCommand: 'ssh -p 2222 dev@203.0.113.7',
    editors: [
      {
        id: 'vscode',
        url: 'vscode://vscode-remote/ssh-remote+dev@203.0.113.7:2222/workspace/src',
      },
    ],
  });
  onCreateWorkspace: (
    team: string,
    request: CreateWorkspaceRequest,
    idempotencyKey: string,
  ) => Promise<Workspace> = async (team, { name }) =>
    aWorkspace({ team, name, phase: 'Pending' });
  onAct: (
    key: WorkspaceKey,
    action: Exclude<LifecycleAction, 'delete'>,
  ) => Promise<Workspace> = async ({ team, name }) =>
    aWorkspace({ team, name });
  onDeleteWorkspace: (key: WorkspaceKey, uid: string) => Promise<void> =
    async () => {};

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

  getTemplates(team: string) {
    this.calls.push(['getTemplates', team]);
    return this.onGetTemplates(team);
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

  act(key: WorkspaceKey, action: Exclude<LifecycleAction, 'delete'>) {
    this.calls.push(['act', key, action]);
    return this.onAct(key, action);
  }

  deleteWorkspace(key: WorkspaceKey, uid: string) {
    this.calls.push(['deleteWorkspace', key, uid]);
    return this.onDeleteWorkspace(key, uid);
  }
}
