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
  /** Of the table's width; the table's layout is fixed, so that columns never move. */
  width: string;
  cell(workspace: Workspace): ReactNode;
}

/** What decides which columns there are. */
export interface ColumnNeeds {
  teams: boolean;
  owners: boolean;
  /** The table is narrow: the image and the age give way. */
  narrow: boolean;
}

const COLUMNS: Record<SortKey, Column> = {
  name: {
    key: 'name',
    width: '22%',
    cell: workspace => <WorkspaceLink workspace={workspace} />,
  },
  phase: {
    key: 'phase',
    width: '20%',
    cell: workspace => (
      <>
        <PhaseLabel workspace={workspace} />
        <StatusLine workspace={workspace} />
      </>
    ),
  },
  team: {
    key: 'team',
    width: '12%',
    cell: workspace => <Ellipsis text={teamOf(workspace)} />,
  },
  cluster: {
    key: 'cluster',
    width: '14%',
    cell: ({ spec }) => <Ellipsis text={spec.clusterRef.name} />,
  },
  image: {
    key: 'image',
    width: '16%',
    cell: ({ spec }) => (
      <Ellipsis text={shortImage(spec.image)} full={spec.image} />
    ),
  },
  owner: {
    key: 'owner',
    width: '16%',
    cell: ({ spec }) => <Ellipsis text={spec.owner} />,
  },
  created: {
    key: 'created',
    width: '96px',
    cell: ({ metadata }) => <RelativeTime time={metadata.creationTimestamp} />,
  },
};

/** The columns that this person needs, in their order. */
export function columnsFor({ teams, owners, narrow }: ColumnNeeds): Column[] {
  const keys: (SortKey | false)[] = [
    'name',
    'phase',
    teams && 'team',
    'cluster',
    !narrow && 'image',
    owners && 'owner',
    !narrow && 'created',
  ];
  return keys.flatMap(key => (key ? [COLUMNS[key]] : []));
}
