import type { ReactNode } from 'react';
import { sidebarConfig } from '@backstage/core-components';
import Box from '@mui/material/Box';

const HEIGHT = 64;

/**
 * The actions of a page. On a phone they are a bar at the bottom of the screen, above Backstage's own
 * navigation; on anything wider they stay where they are put.
 */
export function BottomBar({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={theme => ({
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        [theme.breakpoints.down('sm')]: {
          position: 'fixed',
          left: 0,
          right: 0,
          bottom: sidebarConfig.mobileSidebarHeight,
          zIndex: 1,
          minHeight: HEIGHT,
          px: 2,
          overflowX: 'auto',
          bgcolor: 'background.paper',
          borderTop: 1,
          borderColor: 'divider',
        },
      })}
    >
      {children}
    </Box>
  );
}

/** Keeps the end of a page free of its {@link BottomBar}. */
export function BottomBarSpace() {
  return <Box sx={{ height: { xs: HEIGHT, sm: 0 } }} />;
}
