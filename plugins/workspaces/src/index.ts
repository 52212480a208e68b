/**
 * Chambers: development workspaces on the Butler platform. This entry is for apps on Backstage's
 * legacy frontend system; `./alpha` is for the new one.
 *
 * @packageDocumentation
 */
export { butlerApiRef, ButlerError } from './api';
export type {
  ButlerApi,
  WorkspaceKey,
  WorkspacesState,
  WorkspaceStore,
} from './api';
export { ChambersPage, workspacesPlugin } from './plugin';
export {
  createWorkspaceRouteRef,
  detailsRouteRef,
  rootRouteRef,
} from './routes';
export { workspacesTranslationRef } from './translation';
