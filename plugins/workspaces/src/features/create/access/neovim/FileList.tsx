import Box from '@mui/material/Box';
import type { FileSize } from './archive/pack';
import { useFileSize } from './useFileSize';

/** Files with their sizes; many of them scroll. */
export function FileList({
  files,
  label,
}: {
  files: readonly FileSize[];
  label: string;
}) {
  const size = useFileSize();
  return (
    <Box
      component="ul"
      aria-label={label}
      tabIndex={0}
      sx={{
        m: 0,
        p: 1,
        listStyle: 'none',
        maxHeight: 240,
        overflowY: 'auto',
        fontFamily: 'monospace',
        fontSize: 13,
      }}
    >
      {files.map(file => (
        <Box
          component="li"
          key={file.name}
          sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}
        >
          <Box component="span" sx={{ overflowWrap: 'anywhere', minWidth: 0 }}>
            {file.name}
          </Box>
          <Box
            component="span"
            sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}
          >
            {size(file.size)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
