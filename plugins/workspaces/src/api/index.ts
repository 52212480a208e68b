export * from './ButlerApi';
export { ButlerClient } from './ButlerClient';
export { ButlerError } from './ButlerError';
export type { WorkspacesState, WorkspaceStore } from './WorkspaceStore';
