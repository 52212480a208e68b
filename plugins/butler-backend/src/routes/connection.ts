import { mayDo } from '@butler-portal/plugin-butler-common';
import type { Principal } from '@butler-portal/plugin-butler-common';
import { connection as connectionAnswer } from '../answers/workspaceDetails';
import type { PolicyView } from '../access/policy/Policy';
import { workspaceResource } from '../access/policy/resources';
import { knownToButler, onWorkspace } from '../access/requirements';
import type { ButlerCache } from '../cache/ButlerCache';
import type { HostKeys } from '../tenants/HostKeys';
import {
  assertEndpoint,
  connectionTo,
  endpointOf,
} from '../workspaces/connection';
import type { ConnectionSettings } from '../workspaces/connection';
import { sshConfigFile } from '../workspaces/sshConfig';
import type { ConnectedWorkspace } from '../workspaces/sshConfig';
import { visibleWorkspaces } from '../workspaces/visible';
import { withTeam } from '../access/withTeam';
import { noQuery } from './parse';
import { route } from './route';
import type { Route } from './route';

/** What the routes about connections work with. */
export interface ConnectionRouteServices {
  cache: ButlerCache;
  hostKeys: HostKeys;
  connection: ConnectionSettings;
}

function connectedOf(
  principal: Principal,
  policy: PolicyView,
  { cache, hostKeys }: ConnectionRouteServices,
): Promise<ConnectedWorkspace[]> {
  const { store } = cache.workspaces;
  const own = visibleWorkspaces(store, principal, policy).filter(
    ({ workspace, team }) => {
      const facts = workspaceResource(workspace, team);
      return (
        mayDo(principal, 'workspace.connect', facts) && policy.allows(facts)
      );
    },
  );
  const connected = own.flatMap(({ workspace: found, team }) => {
    const workspace = withTeam(found, team);
    const endpoint = endpointOf(workspace);
    return endpoint ? [{ workspace, endpoint }] : [];
  });
  return Promise.all(
    connected.map(async each => ({
      ...each,
      hostKeys: await hostKeys.of(each.workspace),
    })),
  );
}

/** How one's own workspaces are reached over SSH. */
export function connectionRoutes(services: ConnectionRouteServices): Route[] {
  const { hostKeys, connection } = services;
  return [
    route({
      method: 'get',
      path: '/teams/:team/workspaces/:name/connection',
      access: onWorkspace('workspace.connect'),
      query: noQuery,
      answer: connectionAnswer,
      handler: async ({ granted: { workspace } }) => {
        const endpoint = assertEndpoint(workspace);
        const keys = await hostKeys.of(workspace);
        const body = connectionTo(workspace, endpoint, keys, connection);
        return { status: 200, body };
      },
    }),
    route({
      method: 'get',
      path: '/me/ssh-config',
      access: knownToButler('workspace.connect'),
      query: noQuery,
      handler: async ({ caller: { principal }, policy }) => {
        const connected = await connectedOf(principal, policy, services);
        return {
          status: 200,
          text: sshConfigFile(connected, connection.loginUser),
        };
      },
    }),
  ];
}
