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
        // On a phone a hint must not stand as near to the next field's label as to its own field.
        rowGap: { xs: 2, sm: 1 },
        gridTemplateColumns: { xs: '1fr', sm: `repeat(${columns}, 1fr)` },
      }}
    >
      {children}
    </Box>
  );
}
