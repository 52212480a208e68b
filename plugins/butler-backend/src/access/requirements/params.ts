import { dnsLabelSchema } from '@butler-portal/plugin-butler-common';
import type { TeamMembership } from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import type { Caller } from '../Caller';
import { noSuchTeam } from '../refusals';

/** A path without parameters. */
export const nothing = z.strictObject({});
/** `:name`, of what belongs to no team. */
export const nameParams = z.strictObject({ name: dnsLabelSchema });
/** `:team`. */
export const teamParams = z.strictObject({ team: dnsLabelSchema });
/** `:team` and `:name`. */
export const objectParams = teamParams.extend({ name: dnsLabelSchema });

export type TeamParams = z.infer<typeof teamParams>;
export type ObjectParams = z.infer<typeof objectParams>;

/** The caller's place in the team; throws a 404 where there is none. */
export function membershipIn(
  { principal }: Caller,
  team: string,
): TeamMembership {
  return (
    principal.teams.find(membership => membership.team === team) ??
    noSuchTeam(team)
  );
}
