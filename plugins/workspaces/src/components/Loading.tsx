import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import { visuallyHidden } from './visuallyHidden';

/** The shape of what is read for the first time; a screen reader hears what it is. */
export function Loading({
  label,
  heights,
}: {
  label: string;
  /** Of each part, in pixels, from the top. */
  heights: readonly number[];
}) {
  return (
    <Box>
      <Box role="status" sx={visuallyHidden}>
        {label}
      </Box>
      <Stack spacing={2}>
        {heights.map((height, index) => (
          // Parts of a shape that does not change.
          // eslint-disable-next-line react/no-array-index-key
          <Skeleton key={index} variant="rounded" height={height} />
        ))}
      </Stack>
    </Box>
  );
}
