import Box from '@mui/material/Box';
import { CopyButton } from '../../../components';

const BLOCK = {
  display: 'flex',
  alignItems: 'flex-start',
  gap: 1,
  pl: 2,
  pr: 1,
  py: 0.5,
  my: 1,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'action.hover',
} as const;

/** Text for a terminal or a file, to be copied as it is. */
export function CopyBlock({ text, what }: { text: string; what: string }) {
  return (
    <Box sx={BLOCK}>
      <Box
        component="code"
        // Code may be wider than the screen; a keyboard must be able to scroll it too.
        tabIndex={0}
        role="region"
        aria-label={what}
        sx={{
          flex: 1,
          minWidth: 0,
          py: 0.5,
          overflowX: 'auto',
          whiteSpace: 'pre',
        }}
      >
        {text.trimEnd()}
      </Box>
      <CopyButton text={text} what={what} />
    </Box>
  );
}
