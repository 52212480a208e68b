import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

/** A list of {@link KeyRow}s. */
export function KeyRows({
  label,
  children,
}: {
  label: string;
  children: ReactNode;
}) {
  return (
    <Box
      component="ul"
      aria-label={label}
      sx={{ m: 0, p: 0, listStyle: 'none', minWidth: 0 }}
    >
      {children}
    </Box>
  );
}

/** A key: its name, and its fingerprint or what is wrong with it. */
export function KeyRow({
  name,
  error = false,
  children,
}: {
  name: string;
  error?: boolean;
  children: ReactNode;
}) {
  return (
    <Box
      component="li"
      sx={{
        py: 0.75,
        borderBottom: 1,
        borderColor: 'divider',
        overflowWrap: 'anywhere',
      }}
    >
      <Typography variant="body2" component="div">
        {name}
      </Typography>
      <Typography
        variant="caption"
        component="div"
        color={error ? 'error' : 'text.secondary'}
        sx={{ fontFamily: error ? undefined : 'monospace' }}
      >
        {children}
      </Typography>
    </Box>
  );
}
