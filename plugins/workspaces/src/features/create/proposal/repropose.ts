import type { Proposal } from './proposal';

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function fieldsOf(proposal: Proposal): (keyof Proposal)[] {
  return Object.keys(proposal) as (keyof Proposal)[];
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
  const changed = fieldsOf(now).filter(
    field => same(values[field], before[field]) && !same(values[field], now[field]),
  );
  return Object.fromEntries(changed.map(field => [field, now[field]]));
}
