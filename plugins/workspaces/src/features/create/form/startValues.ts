import type { TeamMembership } from '@butler-portal/plugin-butler-common';
import { parseTemplateKey } from '../../../components/templates';
import { EMPTY_VALUES } from './values';
import type { CreateValues } from './values';

/**
 * What stands in the form at first: the draft, or nothing but a team. A link to a team's template
 * or workspace decides on the team; one in which the person may no longer create is exchanged for one in which
 * they may.
 *
 * @param start - `namespace/name` of a template or a workspace, as the URL says
 */
export function startValues(
  teams: readonly TeamMembership[],
  restored: CreateValues = EMPTY_VALUES,
  start = '',
): CreateValues {
  const linked = parseTemplateKey(start)?.namespace;
  const team =
    teams.find(({ namespace }) => namespace === linked) ??
    teams.find(item => item.team === restored.team) ??
    teams[0];
  return { ...restored, team: team?.team ?? '' };
}
