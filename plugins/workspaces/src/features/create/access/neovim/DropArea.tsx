import { useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import Box from '@mui/material/Box';

interface DropAreaProps {
  /** What is dropped; it can be read until the call returns. */
  onDrop(items: Iterable<DataTransferItem>): void;
  error: boolean;
  children: ReactNode;
}

function borderColor(over: boolean, error: boolean): string {
  if (over) return 'primary.main';
  return error ? 'error.main' : 'divider';
}

/** Where files can be dropped. Whoever cannot drag has the buttons in it. */
export function DropArea({ onDrop, error, children }: DropAreaProps) {
  const [over, setOver] = useState(false);
  return (
    <Box
      data-testid="drop-area"
      onDragOver={(event: DragEvent) => {
        // Without this the browser opens what is dropped.
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        onDrop(Array.from(event.dataTransfer.items));
      }}
      sx={{
        p: 2,
        border: 1,
        borderStyle: 'dashed',
        borderColor: borderColor(over, error),
        borderRadius: 1,
        bgcolor: over ? 'action.hover' : undefined,
        minWidth: 0,
      }}
    >
      {children}
    </Box>
  );
}
