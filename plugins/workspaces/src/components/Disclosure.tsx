import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import ExpandMore from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';

/** Something that few need each time: folded away behind its name. */
export function Disclosure({
  label,
  children,
}: {
  label: string;
  children: ReactNode;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        endIcon={
          <ExpandMore sx={{ transform: open ? 'rotate(180deg)' : 'none' }} />
        }
        // A text button's own padding; its text is in line with what is above it.
        sx={{ ml: '-5px', textAlign: 'left' }}
      >
        {label}
      </Button>
      {open && <Box id={id}>{children}</Box>}
    </>
  );
}
