import {
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '@butler-portal/plugin-workspaces';
import { Navigate } from 'react-router-dom';

/** Wherever `app.extensions` has put Chambers. */
function ToChambers() {
  const chambers = useRouteRef(rootRouteRef)();
  return <Navigate to={chambers} replace />;
}

/** Chambers is the front door: `/` leads there. */
export const homeModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    PageBlueprint.make({
      name: 'home',
      params: {
        path: '/',
        noHeader: true,
        loader: async () => <ToChambers />,
      },
    }),
  ],
});
