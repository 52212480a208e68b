export type { FailedAction } from './ActionTracker';
export { useMe } from './useMe';
export { useNow } from './useNow';
export { useWorkspace } from './useWorkspace';
export type { OneWorkspace } from './useWorkspace';
export { useWorkspaceAction } from './useWorkspaceAction';
export type { WorkspaceActions } from './useWorkspaceAction';
export { useWorkspaces } from './useWorkspaces';
