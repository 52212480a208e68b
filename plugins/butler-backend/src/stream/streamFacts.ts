import {
  mayDo,
  mayDoInSystem,
  mayDoInTeam,
} from '@butler-portal/plugin-butler-common';
import type {
  Principal,
  StreamKind,
} from '@butler-portal/plugin-butler-common';
import type { PolicyView } from '../access/policy/Policy';
import type {
  TemplateResource,
  WorkspaceResource,
} from '../access/policy/resources';

/** What decides who may see an object of the stream. */
export type StreamFacts =
  | ({ kind: 'workspaces' } & WorkspaceResource)
  | ({ kind: 'templates' } & TemplateResource)
  | { kind: 'clusters'; team: string };

/** What the policy lets a reader see, by kind. Of a kind that is not in it the reader sees nothing. */
export type KindViews = Partial<
  Record<StreamKind, Pick<PolicyView, 'sees' | 'key'>>
>;

function butlerShows(principal: Principal, facts: StreamFacts): boolean {
  switch (facts.kind) {
    case 'workspaces':
      return mayDo(principal, 'workspace.view', facts);
    case 'templates':
      return facts.team === undefined
        ? mayDoInSystem(principal, 'template.view')
        : mayDoInTeam(principal, 'template.view', facts.team);
    default:
      return mayDoInTeam(principal, 'cluster.view', facts.team);
  }
}

/** Whether the rules and the policy let somebody see an object: the same as the GET routes say. */
export function sees(
  principal: Principal,
  views: KindViews,
  facts: StreamFacts,
): boolean {
  const view = views[facts.kind];
  if (!view || !butlerShows(principal, facts)) return false;
  // The policy knows no clusters: who may read workspaces may look at those of their teams.
  return facts.kind === 'clusters' || view.sees(facts);
}
