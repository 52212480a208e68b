import { clusterList, gitCredentialList } from '../answers/clusters';
import { inTeam } from '../access/requirements';
import type { ButlerCache } from '../cache/ButlerCache';
import { listClusters } from '../clusters/listClusters';
import type { GitCredentials } from '../workspaces/GitCredentials';
import { noQuery } from './parse';
import { route } from './route';
import type { Route } from './route';

/** What the routes of teams work with. */
export interface TeamRouteServices {
  cache: ButlerCache;
  gitCredentials: GitCredentials;
}

/** What a team has: its clusters and its Git credentials. */
export function teamRoutes({
  cache,
  gitCredentials,
}: TeamRouteServices): Route[] {
  return [
    route({
      method: 'get',
      path: '/teams/:team/clusters',
      access: inTeam('cluster.view'),
      query: noQuery,
      answer: clusterList,
      handler: ({ granted: { membership } }) => ({
        status: 200,
        body: listClusters(cache, membership),
      }),
    }),
    route({
      method: 'get',
      path: '/teams/:team/git-credentials',
      access: inTeam('gitCredential.list'),
      query: noQuery,
      answer: gitCredentialList,
      handler: async ({ granted: { membership } }) => ({
        status: 200,
        body: await gitCredentials.list(membership.namespace),
      }),
    }),
  ];
}
