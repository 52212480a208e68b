import { EMPTY_SPEC } from '../../../components/specForm';
import type { RepositoryAddress } from '../../../components/specForm';
import type { ClusterChoice } from '../basics/clusterChoice';
import { EMPTY_VALUES } from '../form/values';
import type { CreateValues } from '../form/values';
import { linesFor } from './proposal';
import type { Proposal } from './proposal';

/** What has been proposed for a form that nobody has touched. */
export const NOTHING_PROPOSED: Proposal = {
  ...EMPTY_SPEC,
  name: '',
  cluster: '',
};

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * The fields that a new proposal changes. A field that no longer holds what was proposed for it has
 * been edited by hand and is the person's: no template overwrites it.
 */
export function repropose(
  values: Proposal,
  before: Proposal,
  now: Proposal,
): Partial<Proposal> {
  const changed = (Object.keys(now) as (keyof Proposal)[]).filter(
    field =>
      same(values[field], before[field]) && !same(values[field], now[field]),
  );
  return Object.fromEntries(changed.map(field => [field, now[field]]));
}

/**
 * What had been proposed, with a cluster that is none of the team's taken for a proposal: it was
 * chosen for another team, so it must not stay as the person's own choice.
 */
export function forgetLostCluster(
  values: Proposal,
  before: Proposal,
  clusters: readonly ClusterChoice[],
): Proposal {
  const there = clusters.some(
    ({ metadata }) => metadata.name === values.cluster,
  );
  return there ? before : { ...before, cluster: values.cluster };
}

/**
 * Adds the repositories of a link before those of the form. One that has been proposed before is not
 * added again: it was removed by hand.
 */
export function addLinked(
  values: Proposal,
  before: Proposal,
  linkedRepositories: readonly RepositoryAddress[],
): Partial<Proposal> {
  const lines = linesFor(linkedRepositories, [
    ...values.repositories,
    ...before.repositories,
  ]);
  return lines.length > 0
    ? { repositories: [...lines, ...values.repositories] }
    : {};
}

/** Whether the person has chosen or typed anything: whatever is neither empty nor as it was proposed. */
export function hasOwnWork(values: CreateValues, proposed: Proposal): boolean {
  const untouched = { ...EMPTY_VALUES, ...proposed, team: values.team };
  return (Object.keys(untouched) as (keyof CreateValues)[]).some(
    field => !same(values[field], untouched[field]),
  );
}
