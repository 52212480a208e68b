import {
  exceededBy,
  isOwner,
  phaseOf,
  quotaOf,
  demandOf,
} from '@butler-portal/plugin-butler-common';
import type {
  ClusterQuota,
  QuotaDemand,
  QuotaName,
  QuotaRefusal,
  TenantCluster,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import type { Caller } from '../access/Caller';
import type { ButlerCache } from '../cache/ButlerCache';
import { workspacesOnCluster } from '../cache/workspaceIndexes';
import { QuotaError } from '../errors';

/** Who asks for what, on which cluster, beside which others. */
export interface QuotaQuestion {
  cluster: TenantCluster;
  /** What runs there already, without what is asked for. */
  others: Workspace[];
  asked: QuotaDemand;
  caller: Caller;
  team: string;
}

/** The workspaces that run on a cluster of the namespace. */
export function workspacesOn(
  cache: ButlerCache,
  namespace: string,
  cluster: string,
): Workspace[] {
  return workspacesOnCluster(cache.workspaces.store, namespace, cluster);
}

function stoppableBy(
  { principal }: Caller,
  team: string,
  workspaces: Workspace[],
): QuotaRefusal['stoppable'] {
  return workspaces
    .filter(
      workspace =>
        phaseOf(workspace) === 'Running' &&
        !workspace.metadata.deletionTimestamp &&
        isOwner(principal, { team, owner: workspace.spec.owner }),
    )
    .map(({ metadata: { name }, spec }) => {
      const { cpu, memory } = demandOf(spec);
      return { team, name, cpu, memory };
    });
}

const WORDS: Record<
  Exclude<QuotaName, 'count'>,
  (asked: string, left: string, limit: string) => string
> = {
  cpu: (asked, left, limit) =>
    `you ask for ${asked} CPUs, and ${left} of ${limit} are left`,
  memory: (asked, left, limit) =>
    `you ask for ${asked} of memory, and ${left} of ${limit} is left`,
  storage: (asked, left, limit) =>
    `you ask for ${asked} of storage, and ${left} of ${limit} is left`,
};

function reasonFor(
  name: QuotaName,
  quota: ClusterQuota,
  asked: QuotaDemand,
): string {
  const { used, limit = '', left = '' } = quota[name];
  return name === 'count'
    ? `it has ${used} of ${limit} workspaces`
    : WORDS[name](asked[name], left, limit);
}

function advice(
  exceeded: QuotaName[],
  stoppable: QuotaRefusal['stoppable'],
): string {
  const stopHelps = exceeded.every(name => ['cpu', 'memory'].includes(name));
  const names = stoppable.map(({ name }) => `“${name}”`).join(', ');
  return stopHelps && names
    ? `Stop one of your own (${names}), ask for less, or choose another cluster.`
    : 'Delete a workspace that is no longer needed, ask for less, choose another cluster, or ask a platform admin for more.';
}

function linesOf(quota: ClusterQuota, field: 'used' | 'left') {
  return Object.fromEntries(
    Object.entries(quota).flatMap(([name, line]) =>
      line[field] === undefined ? [] : [[name, line[field]]],
    ),
  );
}

/**
 * Throws a 409 that says what there is too little of and what would help, when the cluster has no
 * room for what is asked. Two who ask at once may both pass; the cluster's own quota stops the second.
 *
 * @param matters - what the question is about; all of it when left out
 */
export function assertRoom(
  { cluster, others, asked, caller, team }: QuotaQuestion,
  matters: (name: QuotaName) => boolean = () => true,
): void {
  const quota = quotaOf(cluster, others);
  const exceeded = exceededBy(quota, asked).filter(matters);
  if (exceeded.length === 0) return;
  const stoppable = stoppableBy(caller, team, others);
  const reasons = exceeded.map(name => reasonFor(name, quota, asked));
  const { name } = cluster.metadata;
  throw new QuotaError(
    `There is no room on the cluster “${name}”: ${reasons.join('; ')}. ${advice(
      exceeded,
      stoppable,
    )}`,
    {
      cluster: name,
      exceeded,
      asked,
      used: linesOf(quota, 'used') as QuotaDemand,
      left: linesOf(quota, 'left'),
      stoppable,
    },
  );
}
