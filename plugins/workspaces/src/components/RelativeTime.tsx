import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { useLanguage, useNow } from '../hooks';
import { exactTime, relativeTime } from './times';

const TICK_MS = 15_000;

/** “3h ago”, with the exact time in a tooltip that also opens by keyboard. */
export function RelativeTime({ time }: { time: string | undefined }) {
  const language = useLanguage();
  const now = useNow(TICK_MS);
  const at = Date.parse(time ?? '');
  if (Number.isNaN(at)) return <span>–</span>;
  return (
    <Tooltip title={exactTime(at)} describeChild>
      <Box
        component="time"
        dateTime={time}
        tabIndex={0}
        sx={{ whiteSpace: 'nowrap' }}
      >
        {relativeTime(at, now, language)}
      </Box>
    </Tooltip>
  );
}
