import { dnsLabelSchema, mayDo } from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import { workloadList } from '../answers/clusters';
import { diagnosis, metrics } from '../answers/workspaceDetails';
import { workspaceResource } from '../access/policy/resources';
import { onCluster, onWorkspace } from '../access/requirements';
import type { ButlerCache } from '../cache/ButlerCache';
import { diagnose } from '../tenants/diagnosis/diagnose';
import { listWorkloads } from '../tenants/listWorkloads';
import { metricsOf } from '../tenants/metrics';
import type { TenantClients } from '../tenants/TenantClients';
import { noQuery } from './parse';
import { route } from './route';
import type { Route } from './route';

/** What the routes about tenant clusters work with. */
export interface TenantRouteServices {
  cache: ButlerCache;
  clients: TenantClients;
}

const workloadsQuery = z.strictObject({ namespace: dnsLabelSchema.optional() });

/** What is asked in tenant clusters: diagnosis and metrics of a workspace, workloads of a cluster. */
export function tenantRoutes({ cache, clients }: TenantRouteServices): Route[] {
  return [
    route({
      method: 'get',
      path: '/teams/:team/workspaces/:name/diagnosis',
      access: onWorkspace('workspace.diagnose'),
      query: noQuery,
      answer: diagnosis,
      handler: async ({ caller: { principal }, params, granted }) => {
        const { workspace } = granted;
        const facts = workspaceResource(workspace, params.team);
        const mayReadLogs = mayDo(principal, 'workspace.logs', facts);
        const services = { cache, tenants: clients };
        const body = await diagnose(workspace, mayReadLogs, services);
        return { status: 200, body };
      },
    }),
    route({
      method: 'get',
      path: '/teams/:team/workspaces/:name/metrics',
      access: onWorkspace('workspace.metrics'),
      query: noQuery,
      answer: metrics,
      handler: async ({ granted: { workspace } }) => ({
        status: 200,
        body: await metricsOf(workspace, clients),
      }),
    }),
    route({
      method: 'get',
      path: '/teams/:team/clusters/:cluster/workloads',
      access: onCluster('cluster.workloads'),
      query: workloadsQuery,
      answer: workloadList,
      handler: async ({ granted: { cluster }, query }) => {
        const { name, namespace = '' } = cluster.metadata;
        const body = await clients.use({ name, namespace }, tenant =>
          listWorkloads(tenant, query.namespace),
        );
        return { status: 200, body };
      },
    }),
  ];
}
