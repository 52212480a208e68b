import type { CatalogImage } from '@butler-portal/plugin-butler-common';
import Router from 'express-promise-router';
import { TERMINAL_PATH } from '../terminal/TerminalServer';
import type { TerminalServer } from '../terminal/TerminalServer';
import type { TicketStore } from '../terminal/TicketStore';
import { listenForUpgrades } from '../terminal/upgrades';
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
import { imageRoutes } from './images';
import { keyRoutes } from './keys';
import type { KeyRouteServices } from './keys';
import { meRoutes } from './me';
import { mount } from './mount';
import type { RouteServices } from './mount';
import { assignRequestId } from './requestId';
import type { Route } from './route';
import { tenantRoutes } from './tenants';
import type { TenantRouteServices } from './tenants';
import { terminalRoutes } from './terminal';
import { teamRoutes } from './teams';
import type { TeamRouteServices } from './teams';
import { templateRoutes } from './templates';
import type { TemplateRouteServices } from './templates';
import { workspaceRoutes } from './workspaces';
import type { WorkspaceRouteServices } from './workspaces';

/** The path that answers without a credential. */
export const HEALTH_PATH = '/health';

/** What all the handlers together work with. */
export interface HandlerServices
  extends WorkspaceRouteServices,
    ConnectionRouteServices,
    TenantRouteServices,
    TeamRouteServices,
    TemplateRouteServices,
    KeyRouteServices,
    EventRouteServices {
  tickets: TicketStore;
  images: CatalogImage[];
}

/** Every route that takes a credential. `openapi.yaml` is written from this list. */
export function allRoutes(services: HandlerServices): Route[] {
  return [
    ...meRoutes(),
    ...keyRoutes(services),
    ...imageRoutes(services),
    ...workspaceRoutes(services),
    ...connectionRoutes(services),
    ...tenantRoutes(services),
    ...terminalRoutes(services.tickets),
    ...teamRoutes(services),
    ...templateRoutes(services),
    ...eventRoutes(services),
  ];
}

/** Everything below `/api/butler`. */
export function createRouter(
  services: RouteServices & HandlerServices & { terminals: TerminalServer },
) {
  const { cache } = services;
  const router = Router();
  router.use(listenForUpgrades(TERMINAL_PATH, services.terminals.upgrade));
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
  for (const route of allRoutes(services)) mount(router, route, services);
  router.use(noSuchRoute);
  return router;
}
