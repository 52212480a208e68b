import type { ReactNode } from 'react';
import Box from '@mui/material/Box';

const LIST = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: '180px 1fr' },
  columnGap: 2,
  rowGap: { xs: 0, sm: 0.5 },
  m: 0,
  typography: 'body2',
} as const;

/** {@link Definition}s below each other; on a phone each term stands above its text. */
export function DefinitionList({ children }: { children: ReactNode }) {
  return (
    <Box component="dl" sx={LIST}>
      {children}
    </Box>
  );
}

/** A term and what it is here. */
export function Definition({
  term,
  children,
}: {
  term: string;
  children: ReactNode;
}) {
  return (
    <>
      <Box
        component="dt"
        sx={{ mt: { xs: 0.5, sm: 0 }, color: 'text.secondary' }}
      >
        {term}
      </Box>
      <Box component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </>
  );
}
