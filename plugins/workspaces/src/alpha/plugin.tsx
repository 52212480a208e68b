import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import Terminal from '@mui/icons-material/Terminal';
import { ButlerClient, butlerApiRef } from '../api';
import {
  createWorkspaceRouteRef,
  detailsRouteRef,
  editTemplateRouteRef,
  newTemplateRouteRef,
  rootRouteRef,
  templateRouteRef,
  templatesRouteRef,
} from '../routes';

const butlerApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: butlerApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: apis => new ButlerClient(apis),
    }),
});

const chambersPage = PageBlueprint.make({
  params: {
    path: '/chambers',
    title: 'Chambers',
    icon: <Terminal fontSize="inherit" />,
    routeRef: rootRouteRef,
    loader: () => import('./Main').then(({ Main }) => <Main />),
  },
});

/** Chambers, for apps on the new frontend system. */
export const workspacesPlugin = createFrontendPlugin({
  pluginId: 'workspaces',
  title: 'Chambers',
  info: { packageJson: () => import('../../package.json') },
  routes: {
    root: rootRouteRef,
    create: createWorkspaceRouteRef,
    details: detailsRouteRef,
    templates: templatesRouteRef,
    template: templateRouteRef,
    newTemplate: newTemplateRouteRef,
    editTemplate: editTemplateRouteRef,
  },
  extensions: [butlerApi, chambersPage],
});
