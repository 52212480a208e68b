import { WORKSPACE_PHASES } from '@butler-portal/plugin-butler-common';
import type { WorkspacePhase } from '@butler-portal/plugin-butler-common';

/** The columns that a list can be sorted by. */
const SORT_KEYS = [
  'name',
  'team',
  'phase',
  'cluster',
  'image',
  'owner',
  'created',
] as const;

export type SortKey = (typeof SORT_KEYS)[number];

/** What a list of many teams can be narrowed down to, beside the phase. */
export const FACETS = ['team', 'cluster', 'owner'] as const;

export type Facet = (typeof FACETS)[number];

/** How the person looks at the list. It stands in the URL, and only there. */
export interface ListView extends Partial<Record<Facet, string>> {
  q: string;
  phase?: WorkspacePhase;
  /** Undefined: what suits the person's role. */
  show?: 'mine' | 'all';
  sort: SortKey;
  descending: boolean;
}

function oneOf<T extends string>(
  values: readonly T[],
  text: string | null,
): T | undefined {
  return values.find(value => value === text);
}

/** Reads the view from the query of the URL; what it does not know is left out. */
export function readView(query: URLSearchParams): ListView {
  const sort = query.get('sort') ?? '';
  return {
    q: query.get('q') ?? '',
    phase: oneOf(WORKSPACE_PHASES, query.get('phase')),
    team: query.get('team') || undefined,
    cluster: query.get('cluster') || undefined,
    owner: query.get('owner') || undefined,
    show: oneOf(['mine', 'all'] as const, query.get('show')),
    sort: oneOf(SORT_KEYS, sort.replace(/^-/, '')) ?? 'name',
    descending: sort.startsWith('-'),
  };
}

/** Writes the view into a query; what is as usual is left out, other parameters stay. */
export function writeView(
  query: URLSearchParams,
  view: ListView,
): URLSearchParams {
  const next = new URLSearchParams(query);
  const sort = `${view.descending ? '-' : ''}${view.sort}`;
  const values = {
    q: view.q,
    phase: view.phase,
    team: view.team,
    cluster: view.cluster,
    owner: view.owner,
    show: view.show,
    sort: sort === 'name' ? '' : sort,
  };
  for (const [name, value] of Object.entries(values)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}
