import { teamOf } from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import type { ButlerError, WorkspaceKey, WorkspacesState } from '../api';
import { useWorkspaces } from './useWorkspaces';

/** One workspace, live. */
export interface OneWorkspace {
  /** `gone`: it does not exist, or is none that the person may know of. */
  state: 'loading' | 'found' | 'gone' | 'error';
  /** Set when it is `found`. */
  workspace?: Workspace;
  stale?: WorkspacesState['stale'];
  error?: ButlerError;
  retry(): void;
}

/** Follows one workspace. */
export function useWorkspace({ team, name }: WorkspaceKey): OneWorkspace {
  const { status, workspaces, stale, error, retry } = useWorkspaces();
  if (status !== 'ready') return { state: status, error, retry };
  const workspace = workspaces.find(
    candidate => candidate.metadata.name === name && teamOf(candidate) === team,
  );
  return {
    state: workspace ? 'found' : 'gone',
    workspace,
    stale,
    error,
    retry,
  };
}
