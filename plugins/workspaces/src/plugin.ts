import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { ButlerClient, butlerApiRef } from './api';
import {
  createWorkspaceRouteRef,
  detailsRouteRef,
  editTemplateRouteRef,
  newTemplateRouteRef,
  rootRouteRef,
  templateRouteRef,
  templatesRouteRef,
} from './routes';

/** Chambers, for apps on the legacy frontend system. */
export const workspacesPlugin = createPlugin({
  id: 'workspaces',
  routes: {
    root: rootRouteRef,
    create: createWorkspaceRouteRef,
    details: detailsRouteRef,
    templates: templatesRouteRef,
    template: templateRouteRef,
    newTemplate: newTemplateRouteRef,
    editTemplate: editTemplateRouteRef,
  },
  apis: [
    createApiFactory({
      api: butlerApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: apis => new ButlerClient(apis),
    }),
  ],
});

/** All of Chambers' pages, to be mounted at `/chambers`. */
export const ChambersPage = workspacesPlugin.provide(
  createRoutableExtension({
    name: 'ChambersPage',
    component: () => import('./LegacyPage').then(module => module.LegacyPage),
    mountPoint: rootRouteRef,
  }),
);
