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

// Paths of templates have one or three parts, since two are a workspace's.

/** The templates that the person may use. */
export const templatesRouteRef = createSubRouteRef({
  id: 'workspaces-templates',
  parent: rootRouteRef,
  path: '/templates',
});

/** The form that creates a template. */
export const newTemplateRouteRef = createSubRouteRef({
  id: 'workspaces-new-template',
  parent: rootRouteRef,
  path: '/new-template',
});

/** One template. */
export const templateRouteRef = createSubRouteRef({
  id: 'workspaces-template',
  parent: rootRouteRef,
  path: '/templates/:namespace/:name',
});

/** The form that edits a template. */
export const editTemplateRouteRef = createSubRouteRef({
  id: 'workspaces-edit-template',
  parent: rootRouteRef,
  path: '/templates/:namespace/:name/edit',
});
