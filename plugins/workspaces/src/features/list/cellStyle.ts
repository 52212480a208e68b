/** Of every row, in pixels: the table is virtual, so rows that are not there count by it. */
export const ROW_HEIGHT = 52;

/** Of the column with the buttons, in pixels. */
export const ACTIONS_WIDTH = 196;

/** What the cells have in common. */
export const cellSx = {
  height: ROW_HEIGHT,
  py: 0,
  overflow: 'hidden',
  whiteSpace: 'nowrap',
  textOverflow: 'ellipsis',
} as const;
