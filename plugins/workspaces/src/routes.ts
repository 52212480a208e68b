import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

// Legacy route refs: they work in both frontend systems.

/** The list of workspaces. */
export const rootRouteRef = createRouteRef({ id: 'workspaces' });

/** The form that creates a workspace. */
export const createWorkspaceRouteRef = createSubRouteRef({
  id: 'workspaces-create',
  parent: rootRouteRef,
  path: '/create',
});

/** One workspace. */
export const detailsRouteRef = createSubRouteRef({
  id: 'workspaces-details',
  parent: rootRouteRef,
  path: '/:team/:name',
});
