import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import TableSortLabel from '@mui/material/TableSortLabel';
import { useTranslation } from '../../hooks';
import { ACTIONS_WIDTH, cellSx } from './cellStyle';
import type { Column } from './columns';
import type { ListView } from './view';

type Sort = Pick<ListView, 'sort' | 'descending'>;

interface HeaderRowProps extends Sort {
  columns: Column[];
  onSort(sort: Sort): void;
}

/** The names of the columns, each a button that sorts by it. */
export function HeaderRow(props: HeaderRowProps) {
  const { columns, sort, descending, onSort } = props;
  const { t } = useTranslation();
  const sx = { ...cellSx, height: 40, bgcolor: 'background.paper' };
  return (
    <TableRow>
      {columns.map(({ key, width }) => {
        const active = sort === key;
        const direction = descending ? 'desc' : 'asc';
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
                onSort({ sort: key, descending: active && !descending })
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
