import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { AccessControl } from './access/AccessControl';
import { appOrigins } from './access/origin';
import { Policy } from './access/policy/Policy';
import { rememberDecisions } from './access/policy/RememberedDecisions';
import { registerPermissions } from './access/policy/registerPermissions';
import { ButlerCache } from './cache/ButlerCache';
import { readButlerConfig } from './config';
import { createClusterAccess } from './kubernetes/ClusterAccess';
import { KubernetesClient } from './kubernetes/KubernetesClient';
import { KeyStore } from './keys/KeyStore';
import { loadManagementCluster } from './kubernetes/managementCluster';
import { WORKSPACE_TEMPLATES } from './kubernetes/resourceTypes';
import { measure } from './metrics';
import { Crowd } from './routes/Crowd';
import { neededRights, reportMissingRights } from './kubernetes/ownRights';
import { createRouter, HEALTH_PATH } from './routes/router';
import { EventHub } from './stream/EventHub';
import { HostKeys } from './tenants/HostKeys';
import { TenantClients } from './tenants/TenantClients';
import { TerminalGate } from './terminal/TerminalGate';
import { TerminalServer } from './terminal/TerminalServer';
import { TicketStore } from './terminal/TicketStore';
import { GitCredentials } from './workspaces/GitCredentials';
import { WorkspaceWriter } from './workspaces/WorkspaceWriter';
import { ObjectWriter } from './writes/ObjectWriter';

/**
 * Access to Butler's workspaces and templates for the Portal's frontend.
 *
 * @public
 */
export const butlerPlugin = createBackendPlugin({
  pluginId: 'butler',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auditor, httpAuth, httpRouter, lifecycle, logger } = deps;
        const config = readButlerConfig(deps.config);
        const load = () => loadManagementCluster(config.managementCluster);
        const management = await createClusterAccess(load(), load);
        const client = new KubernetesClient(management);
        const cache = new ButlerCache(client, logger, config);
        const access = new AccessControl(cache, deps);
        const writer = new WorkspaceWriter(client, cache, config.impersonation);
        const templateWriter = new ObjectWriter(
          client,
          WORKSPACE_TEMPLATES,
          cache.templates,
          config.impersonation,
        );
        const clients = new TenantClients(
          client,
          management.server,
          cache,
          logger,
        );

        const { permissionsRegistry } = deps;
        const permissions = rememberDecisions(
          deps.permissions,
          config.permissionCacheMs,
        );
        const policy = new Policy(permissions, permissionsRegistry, logger);
        const hub = new EventHub(cache, access, policy);
        const tickets = new TicketStore(deps.database, logger);
        const terminals = new TerminalServer({
          tickets,
          gate: new TerminalGate(access, cache),
          tenants: clients,
          auditor,
          logger,
          origins: appOrigins(deps.config),
          loginUser: config.loginUser,
          maxPerUser: config.limits.terminalsPerUser,
        });

        registerPermissions(permissionsRegistry, cache, access.directory);
        httpRouter.addAuthPolicy({
          path: HEALTH_PATH,
          allow: 'unauthenticated',
        });
        const { limits } = config;
        httpRouter.use(
          createRouter({
            access,
            auditor,
            cache,
            clients,
            crowd: new Crowd('requests', limits.requestsPerUser),
            gitCredentials: new GitCredentials(client),
            httpAuth,
            hub,
            images: config.images,
            keys: new KeyStore(client, cache),
            logger,
            connection: config,
            hostKeys: new HostKeys(clients, logger),
            templateWriter,
            origins: appOrigins(deps.config),
            policy,
            streamsPerUser: limits.streamsPerUser,
            terminals,
            tickets,
            writer,
          }),
        );

        measure(deps.metrics, { cache, clients, hub, client, terminals });
        cache.start();
        // Not waited for: the start does not hang on an API server that is away.
        reportMissingRights(client, neededRights(config), logger);
        lifecycle.addShutdownHook(async () => {
          // Streams first: the server waits for them.
          hub.close();
          await terminals.close();
          await cache.stop();
          await Promise.all([client.close(), clients.close()]);
        });
      },
    });
  },
});
