import type { ReactNode } from 'react';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';

/** Nothing to show: one sentence and one action. */
export function EmptyState({
  text,
  action,
}: {
  text: string;
  action?: ReactNode;
}) {
  return (
    <Stack alignItems="center" spacing={2} sx={{ px: 2, py: 8 }}>
      <Typography color="text.secondary" textAlign="center" maxWidth={560}>
        {text}
      </Typography>
      {action}
    </Stack>
  );
}
