import type { ReactNode } from 'react';
import { shortImage, teamOf } from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import {
  Ellipsis,
  PhaseLabel,
  RelativeTime,
  StatusLine,
} from '../../components';
import type { SortKey } from './view';
import { WorkspaceLink } from './WorkspaceLink';

/** A column of the list. */
export interface Column {
  key: SortKey;
  /** In pixels; what it needs to be of use. */
  width: number;
  /** Whether it takes a share of the room that is left. */
  grows: boolean;
  cell(workspace: Workspace): ReactNode;
}

/** What decides which columns there are. */
export interface ColumnNeeds {
  teams: boolean;
  owners: boolean;
}

const COLUMNS: Record<SortKey, Column> = {
  name: {
    key: 'name',
    width: 180,
    grows: true,
    cell: workspace => <WorkspaceLink workspace={workspace} />,
  },
  phase: {
    key: 'phase',
    width: 220,
    grows: false,
    cell: workspace => (
      <>
        <PhaseLabel workspace={workspace} />
        <StatusLine workspace={workspace} />
      </>
    ),
  },
  team: {
    key: 'team',
    width: 110,
    grows: true,
    cell: workspace => <Ellipsis text={teamOf(workspace)} />,
  },
  cluster: {
    key: 'cluster',
    width: 130,
    grows: true,
    cell: ({ spec }) => <Ellipsis text={spec.clusterRef.name} />,
  },
  image: {
    key: 'image',
    width: 140,
    grows: true,
    cell: ({ spec }) => (
      <Ellipsis text={shortImage(spec.image)} full={spec.image} />
    ),
  },
  owner: {
    key: 'owner',
    width: 160,
    grows: true,
    cell: ({ spec }) => <Ellipsis text={spec.owner} />,
  },
  created: {
    key: 'created',
    width: 104,
    grows: false,
    cell: ({ metadata }) => <RelativeTime time={metadata.creationTimestamp} />,
  },
};

const ORDER: SortKey[] = [
  'name',
  'phase',
  'team',
  'cluster',
  'image',
  'owner',
  'created',
];
// The last gives way first where the table is narrow.
const IMPORTANCE: SortKey[] = [
  'name',
  'phase',
  'owner',
  'cluster',
  'team',
  'created',
  'image',
];
const ALWAYS = 2;

/**
 * The columns that this person needs and that fit, in their order. Widths depend on the room alone,
 * so that columns stay where they are while data streams in.
 *
 * @param room - pixels for them all; undefined where nothing is laid out
 */
export function columnsFor(
  { teams, owners }: ColumnNeeds,
  room: number | undefined,
): Column[] {
  const wanted = IMPORTANCE.filter(
    key => (key !== 'team' || teams) && (key !== 'owner' || owners),
  ).map(key => COLUMNS[key]);
  const widthOf = (columns: Column[]) =>
    columns.reduce((sum, { width }) => sum + width, 0);
  const fitting = [...wanted];
  while (
    room !== undefined &&
    fitting.length > ALWAYS &&
    widthOf(fitting) > room
  ) {
    fitting.pop();
  }
  const left = Math.max((room ?? 0) - widthOf(fitting), 0);
  const share = left / fitting.filter(({ grows }) => grows).length;
  return ORDER.flatMap(key => {
    const column = fitting.find(candidate => candidate.key === key);
    if (!column) return [];
    return [{ ...column, width: column.width + (column.grows ? share : 0) }];
  });
}
