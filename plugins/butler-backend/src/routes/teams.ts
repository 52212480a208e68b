import { inTeam } from '../access/requirements';
import type { ButlerCache } from '../cache/ButlerCache';
import { listTemplates } from '../templates/listTemplates';
import { listClusters } from '../tenants/listClusters';
import { noQuery } from './parse';
import { route } from './route';
import type { Route } from './route';

/** What a team has: its clusters and its templates. */
export function teamRoutes(cache: ButlerCache): Route[] {
  return [
    route({
      method: 'get',
      path: '/teams/:team/clusters',
      access: inTeam('cluster.view'),
      query: noQuery,
      handler: ({ granted: { membership } }) => ({
        status: 200,
        body: listClusters(cache, membership),
      }),
    }),
    route({
      method: 'get',
      path: '/teams/:team/templates',
      access: inTeam('template.view'),
      query: noQuery,
      handler: ({ granted: { membership }, policy }) => ({
        status: 200,
        body: listTemplates(cache, membership, policy),
      }),
    }),
  ];
}
