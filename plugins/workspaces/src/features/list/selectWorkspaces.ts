import {
  phaseOf,
  sameEmail,
  shortImage,
  teamOf,
  WORKSPACE_PHASES,
} from '@butler-portal/plugin-butler-common';
import type {
  Workspace,
  WorkspacePhase,
} from '@butler-portal/plugin-butler-common';
import { FACETS } from './view';
import type { Facet, ListView, SortKey } from './view';

/** What the list shows, and of how many. */
export interface Selection {
  shown: Workspace[];
  /** Before search and filters. */
  total: number;
  /** How many of each phase there are with the other filters. */
  phases: Record<WorkspacePhase, number>;
  /** What can be filtered by: the values that there are, sorted. */
  values: Record<Facet, string[]>;
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

const FACET_VALUES: Record<Facet, (workspace: Workspace) => string> = {
  team: teamOf,
  cluster: ({ spec }) => spec.clusterRef.name,
  owner: ({ spec }) => spec.owner.toLowerCase(),
};

function valuesOf(workspaces: Workspace[], facet: Facet): string[] {
  return [...new Set(workspaces.map(FACET_VALUES[facet]))].sort();
}

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
  const wanted = FACETS.filter(facet => view[facet]);
  const phases = Object.fromEntries(
    WORKSPACE_PHASES.map(phase => [phase, 0]),
  ) as Selection['phases'];
  const shown = theirs.filter(workspace => {
    const other = wanted.some(
      facet => FACET_VALUES[facet](workspace) !== view[facet],
    );
    if (other) return false;
    const text = words.length > 0 ? textOf(workspace) : '';
    if (!words.every(word => text.includes(word))) return false;
    const phase = phaseOf(workspace);
    phases[phase] += 1;
    return !view.phase || phase === view.phase;
  });
  return {
    shown: sortBy(shown, view),
    total: theirs.length,
    phases,
    values: {
      team: valuesOf(theirs, 'team'),
      cluster: valuesOf(theirs, 'cluster'),
      owner: valuesOf(theirs, 'owner'),
    },
  };
}
