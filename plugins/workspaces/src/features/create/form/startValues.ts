import type { TeamMembership } from '@butler-portal/plugin-butler-common';
import { EMPTY_VALUES } from './values';
import type { CreateValues } from './values';

/**
 * What stands in the form at first: the draft, or nothing but the first team. A team in which the
 * person may no longer create is exchanged for one in which they may.
 */
export function startValues(
  teams: readonly TeamMembership[],
  restored: CreateValues = EMPTY_VALUES,
): CreateValues {
  const there = teams.some(({ team }) => team === restored.team);
  return there ? restored : { ...restored, team: teams[0]?.team ?? '' };
}
