import {
  dnsLabelSchema,
  mayDoInTeam,
} from '@butler-portal/plugin-butler-common';
import type { TeamAction } from '@butler-portal/plugin-butler-common';
import type { z } from 'zod';
import { noSuchObject, refuseInTeam } from '../refusals';
import type { ClusterGrant, Requirement, TeamGrant } from '../Requirement';
import { membershipIn, teamParams } from './params';
import type { TeamParams } from './params';

const clusterParams = teamParams.extend({ cluster: dnsLabelSchema });

/** A place in the team of the path, and the right to the action there. */
export function inTeam(action: TeamAction): Requirement<TeamParams, TeamGrant> {
  return {
    action,
    params: teamParams,
    grant({ caller, params: { team } }) {
      const membership = membershipIn(caller, team);
      if (!mayDoInTeam(caller.principal, action, team)) refuseInTeam(action);
      return { membership };
    },
  };
}

/** The right to the action on the team's cluster of the path, `:cluster`. */
export function onCluster(
  action: Extract<TeamAction, `cluster.${string}`>,
): Requirement<z.infer<typeof clusterParams>, ClusterGrant> {
  return {
    action,
    params: clusterParams,
    grant({ caller, params, cache }) {
      const { team, cluster: name } = params;
      const membership = membershipIn(caller, team);
      if (!mayDoInTeam(caller.principal, action, team)) refuseInTeam(action);
      const cluster =
        cache.clusters.store.get(name, membership.namespace) ??
        noSuchObject('cluster', name, team);
      return { membership, cluster };
    },
  };
}
