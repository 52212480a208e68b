import { forwardRef, useCallback, useMemo, useRef } from 'react';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { TableVirtuoso } from 'react-virtuoso';
import type { TableComponents } from 'react-virtuoso';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../../hooks';
import { useWidth } from '../../hooks/useWidth';
import { ACTIONS_WIDTH, ROW_HEIGHT } from './cellStyle';
import { columnsFor } from './columns';
import type { ColumnNeeds } from './columns';
import { HeaderRow } from './HeaderRow';
import { RowCells } from './RowCells';
import { rowKey } from './rowKey';
import { useScrollParent } from './useScrollParent';
import type { ListView } from './view';

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
  const { sort, descending } = view;
  // Virtuoso redraws all rows when it is given another function.
  const header = useCallback(
    () => (
      <HeaderRow
        columns={columns}
        sort={sort}
        descending={descending}
        onSort={onSort}
      />
    ),
    [columns, sort, descending, onSort],
  );
  const row = useCallback(
    (_: number, workspace: Workspace) => (
      <RowCells workspace={workspace} columns={columns} />
    ),
    [columns],
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
          computeItemKey={rowKey}
          fixedHeaderContent={header}
          itemContent={row}
        />
      )}
    </Box>
  );
}
