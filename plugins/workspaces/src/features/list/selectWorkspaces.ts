import {
  phaseOf,
  sameEmail,
  shortImage,
  teamOf,
  WORKSPACE_PHASES,
} from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import type { ListView, SortKey } from './view';

/** What the list shows, and of how many. */
export interface Selection {
  shown: Workspace[];
  /** Before search and phase filter. */
  total: number;
}

function textOf(workspace: Workspace): string {
  const { metadata, spec } = workspace;
  return [
    metadata.name,
    teamOf(workspace),
    spec.clusterRef.name,
    spec.image,
    spec.owner,
  ]
    .join('\n')
    .toLowerCase();
}

const VALUES: Record<SortKey, (workspace: Workspace) => string | number> = {
  name: ({ metadata }) => metadata.name,
  team: teamOf,
  phase: workspace => WORKSPACE_PHASES.indexOf(phaseOf(workspace)),
  cluster: ({ spec }) => spec.clusterRef.name,
  image: ({ spec }) => shortImage(spec.image),
  owner: ({ spec }) => spec.owner.toLowerCase(),
  // Age, not date: the youngest first.
  created: ({ metadata }) => -Date.parse(metadata.creationTimestamp ?? ''),
};

function sortBy(workspaces: Workspace[], { sort, descending }: ListView) {
  const valueOf = VALUES[sort];
  const direction = descending ? -1 : 1;
  // The store sorts by name, and sorting is stable: equals stay in the order of their names.
  return workspaces.sort((one, other) => {
    const [left, right] = [valueOf(one), valueOf(other)];
    if (left === right) return 0;
    return left < right ? -direction : direction;
  });
}

/** Picks and sorts what the person wants to see. Every word of the search must occur somewhere. */
export function selectWorkspaces(
  workspaces: readonly Workspace[],
  view: ListView & { show: 'mine' | 'all' },
  email: string,
): Selection {
  const theirs =
    view.show === 'all'
      ? [...workspaces]
      : workspaces.filter(({ spec }) => sameEmail(spec.owner, email));
  const words = view.q.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = theirs.filter(workspace => {
    if (view.phase && phaseOf(workspace) !== view.phase) return false;
    const text = words.length > 0 ? textOf(workspace) : '';
    return words.every(word => text.includes(word));
  });
  return { shown: sortBy(shown, view), total: theirs.length };
}
