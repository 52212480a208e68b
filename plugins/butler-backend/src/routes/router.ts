import Router from 'express-promise-router';
import { connectionRoutes } from './connection';
import type { ConnectionRouteServices } from './connection';
import { eventRoutes } from './events';
import type { EventRouteServices } from './events';
import {
  explainBodyErrors,
  noSuchRoute,
  readBody,
  refuseEmptySegments,
  refuseOtherBodies,
} from './guards';
import { meRoutes } from './me';
import { mount } from './mount';
import type { RouteServices } from './mount';
import { assignRequestId } from './requestId';
import { teamRoutes } from './teams';
import { workspaceRoutes } from './workspaces';
import type { WorkspaceRouteServices } from './workspaces';

/** The path that answers without a credential. */
export const HEALTH_PATH = '/health';

/** Everything below `/api/butler`. */
export function createRouter(
  services: RouteServices &
    WorkspaceRouteServices &
    ConnectionRouteServices &
    EventRouteServices,
) {
  const { cache } = services;
  const router = Router();
  router.get(HEALTH_PATH, (_, response) => {
    const { synced } = cache;
    response
      .status(synced ? 200 : 503)
      .json({ status: synced ? 'ok' : 'starting' });
  });
  router.use(
    assignRequestId,
    refuseEmptySegments,
    refuseOtherBodies,
    readBody,
    explainBodyErrors,
  );
  const routes = [
    ...meRoutes(),
    ...workspaceRoutes(services),
    ...connectionRoutes(services),
    ...teamRoutes(cache),
    ...eventRoutes(services),
  ];
  for (const route of routes) mount(router, route, services);
  router.use(noSuchRoute);
  return router;
}
