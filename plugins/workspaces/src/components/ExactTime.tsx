import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { useLanguage } from '../hooks';
import { exactTime } from './times';

/** A time in few words, with the exact time in a tooltip that also opens by keyboard. */
export function ExactTime({
  time,
  children,
}: {
  /** RFC 3339. */
  time: string;
  children: ReactNode;
}) {
  const language = useLanguage();
  return (
    <Tooltip title={exactTime(Date.parse(time), language)} describeChild>
      <Box
        component="time"
        dateTime={time}
        tabIndex={0}
        sx={{ whiteSpace: 'nowrap' }}
      >
        {children}
      </Box>
    </Tooltip>
  );
}
