import { memo } from 'react';
import TableCell from '@mui/material/TableCell';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { cellSx } from './cellStyle';
import type { Column } from './columns';
import { RowActionsCell } from './RowActionsCell';

interface RowCellsProps {
  workspace: Workspace;
  columns: Column[];
}

/** The cells of a row: drawn anew for another workspace or other columns, not because the list around has changed. */
export const RowCells = memo(function Cells(props: RowCellsProps) {
  const { workspace, columns } = props;
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
});
