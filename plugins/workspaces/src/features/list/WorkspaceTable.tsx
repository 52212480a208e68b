import { forwardRef, useMemo, useRef } from 'react';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TableSortLabel from '@mui/material/TableSortLabel';
import { TableVirtuoso } from 'react-virtuoso';
import type { TableComponents } from 'react-virtuoso';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../../hooks';
import { useWidth } from '../../hooks/useWidth';
import { columnsFor } from './columns';
import type { Column, ColumnNeeds } from './columns';
import { RowActionsCell } from './RowActionsCell';
import { useScrollParent } from './useScrollParent';
import type { ListView } from './view';

const ROW_HEIGHT = 52;
const ACTIONS_WIDTH = 196;

interface TableContext {
  label: string;
  rows: number;
}

const components: TableComponents<Workspace, TableContext> = {
  Table: ({ context, children, style }) => (
    <Table
      size="small"
      aria-label={context.label}
      // The header counts; rows that are scrolled away are not in the document.
      aria-rowcount={context.rows + 1}
      style={style}
      sx={{ tableLayout: 'fixed' }}
    >
      {children}
    </Table>
  ),
  TableHead: forwardRef(({ context, ...props }, ref) => (
    <TableHead {...props} ref={ref} />
  )),
  TableBody: forwardRef(({ context, ...props }, ref) => (
    <TableBody {...props} ref={ref} />
  )),
  TableRow: ({ context, item, ...props }) => (
    <TableRow
      {...props}
      hover
      aria-rowindex={props['data-index'] + 2}
      sx={{ height: ROW_HEIGHT }}
    />
  ),
};

const cellSx = {
  height: ROW_HEIGHT,
  py: 0,
  overflow: 'hidden',
  whiteSpace: 'nowrap',
  textOverflow: 'ellipsis',
} as const;

/** What {@link WorkspaceTable} takes. */
export interface WorkspaceTableProps {
  workspaces: Workspace[];
  needs: ColumnNeeds;
  view: ListView;
  onSort: (sort: Pick<ListView, 'sort' | 'descending'>) => void;
}

/** The list as a table. Only the rows in sight are in the document, so thousands scroll as few. */
export function WorkspaceTable(props: WorkspaceTableProps) {
  const { workspaces, needs, view, onSort } = props;
  const { t } = useTranslation();
  const ref = useRef<HTMLDivElement>(null);
  const scrollParent = useScrollParent(ref);
  const width = useWidth(ref);
  const columns = useMemo(
    () => columnsFor(needs, width && width - ACTIONS_WIDTH),
    [needs, width],
  );
  const label = t('list.title');
  const context = useMemo(
    () => ({ label, rows: workspaces.length }),
    [label, workspaces.length],
  );
  return (
    <Box ref={ref}>
      {scrollParent !== undefined && (
        <TableVirtuoso
          data={workspaces}
          context={context}
          components={components}
          useWindowScroll={scrollParent === null}
          customScrollParent={scrollParent ?? undefined}
          fixedItemHeight={ROW_HEIGHT}
          increaseViewportBy={ROW_HEIGHT * 8}
          computeItemKey={(_, { metadata }) => metadata.uid ?? metadata.name}
          fixedHeaderContent={() => (
            <HeaderRow columns={columns} view={view} onSort={onSort} />
          )}
          itemContent={(_, workspace) => (
            <Cells workspace={workspace} columns={columns} />
          )}
        />
      )}
    </Box>
  );
}

function HeaderRow({
  columns,
  view,
  onSort,
}: Pick<WorkspaceTableProps, 'view' | 'onSort'> & { columns: Column[] }) {
  const { t } = useTranslation();
  const sx = { ...cellSx, height: 40, bgcolor: 'background.paper' };
  return (
    <TableRow>
      {columns.map(({ key, width }) => {
        const active = view.sort === key;
        const direction = view.descending ? 'desc' : 'asc';
        return (
          <TableCell
            key={key}
            sx={{ ...sx, width }}
            sortDirection={active && direction}
          >
            <TableSortLabel
              active={active}
              direction={active ? direction : 'asc'}
              onClick={() =>
                onSort({ sort: key, descending: active && !view.descending })
              }
            >
              {t(`list.column.${key}`)}
            </TableSortLabel>
          </TableCell>
        );
      })}
      <TableCell align="right" sx={{ ...sx, width: ACTIONS_WIDTH }}>
        {t('list.column.actions')}
      </TableCell>
    </TableRow>
  );
}

function Cells({
  workspace,
  columns,
}: {
  workspace: Workspace;
  columns: Column[];
}) {
  return (
    <>
      {columns.map(({ key, cell }) => (
        <TableCell
          key={key}
          {...(key === 'name' && { component: 'th', scope: 'row' })}
          sx={cellSx}
        >
          {cell(workspace)}
        </TableCell>
      ))}
      <TableCell sx={{ ...cellSx, overflow: 'visible' }}>
        <RowActionsCell workspace={workspace} />
      </TableCell>
    </>
  );
}
