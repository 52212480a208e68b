import {
  mayDoInSystem,
  mayDoInTeam,
  SYSTEM_NAMESPACE,
} from '@butler-portal/plugin-butler-common';
import type { Me } from '@butler-portal/plugin-butler-common';
import type { TemplatePlace } from '../../api';

/** What can be done with a template that needs a right of its own. */
export type TemplateAction =
  | 'template.create'
  | 'template.edit'
  | 'template.delete';

/** Where a template of that namespace is asked for; undefined when the person belongs to no such team. */
export function placeOf(
  me: Me,
  { namespace, name }: { namespace: string; name: string },
): TemplatePlace | undefined {
  if (namespace === SYSTEM_NAMESPACE) return { name };
  const membership = me.teams.find(team => team.namespace === namespace);
  return membership && { team: membership.team, name };
}

/** The namespace in which the templates of the team, or of every team, live. */
export function namespaceOf(me: Me, team: string | undefined): string {
  const membership = me.teams.find(item => item.team === team);
  return membership?.namespace ?? SYSTEM_NAMESPACE;
}

/** Whether the person may do this with the templates of the team, or of every team. */
export function mayDoWithTemplates(
  me: Me,
  action: TemplateAction,
  team: string | undefined,
): boolean {
  return team === undefined
    ? mayDoInSystem(me, action)
    : mayDoInTeam(me, action, team);
}

/** The teams for which the person may write templates; undefined in it = every team. */
export function writableTeams(me: Me): (string | undefined)[] {
  return [...me.teams.map(({ team }) => team), undefined].filter(team =>
    mayDoWithTemplates(me, 'template.create', team),
  );
}
