import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { visuallyHidden } from '../../components';
import { useTranslation } from '../../hooks';

const ROWS = 6;

/** The shape of the list while it is read for the first time. */
export function ListSkeleton() {
  const { t } = useTranslation();
  return (
    <Box>
      <Box role="status" sx={visuallyHidden}>
        {t('list.loading')}
      </Box>
      <Skeleton variant="rounded" height={40} sx={{ mb: 2, maxWidth: 320 }} />
      {Array.from({ length: ROWS }, (_, row) => (
        <Skeleton key={row} variant="rounded" height={44} sx={{ mb: 1 }} />
      ))}
    </Box>
  );
}
