import type { ReactNode } from 'react';
import Box from '@mui/material/Box';

/** Fields beside each other; on a phone below each other. */
export function FieldGrid({
  columns = 2,
  children,
}: {
  columns?: 2 | 3;
  children: ReactNode;
}) {
  return (
    <Box
      sx={{
        display: 'grid',
        columnGap: 2,
        rowGap: 1,
        gridTemplateColumns: { xs: '1fr', sm: `repeat(${columns}, 1fr)` },
      }}
    >
      {children}
    </Box>
  );
}
