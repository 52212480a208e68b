import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import Box from '@mui/material/Box';
import { ButlerMark } from './ButlerMark';

/** The way home: the mark, with the name where there is room for it. */
export function SidebarLogo() {
  const { isOpen } = useSidebarOpenState();
  return (
    <Box
      sx={{
        height: 72,
        display: 'flex',
        alignItems: 'center',
        pl: `${(sidebarConfig.drawerWidthClosed - 28) / 2}px`,
      }}
    >
      <Link to="/" underline="none" aria-label="Butler Portal, home">
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 1.5,
            color: 'navigation.selectedColor',
            whiteSpace: 'nowrap',
          }}
        >
          <ButlerMark size={28} />
          {isOpen && (
            <Box component="span" sx={{ typography: 'subtitle1' }}>
              Butler Portal
            </Box>
          )}
        </Box>
      </Link>
    </Box>
  );
}
