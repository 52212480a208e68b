import { useEffect, useRef, useState } from 'react';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import type { TypographyProps } from '@mui/material/Typography';

/** What {@link Ellipsis} takes. */
export interface EllipsisProps {
  text: string;
  /** What the tooltip says; the text itself when it is cut off. */
  full?: string;
  variant?: TypographyProps['variant'];
  color?: TypographyProps['color'];
}

/**
 * One line that is cut with an ellipsis. The tooltip shows only where there is more to say, and then
 * the text can be reached by keyboard too.
 */
export function Ellipsis({ text, full, variant, color }: EllipsisProps) {
  const ref = useRef<HTMLElement>(null);
  const [cut, setCut] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    // Runs at once too, when the page is laid out: to ask sooner would lay it out for each of the texts in a list.
    const observer = new ResizeObserver(() =>
      setCut(element.scrollWidth > element.clientWidth),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [text]);
  const more = full !== undefined && full !== text;
  return (
    <Tooltip title={more || cut ? full ?? text : ''} describeChild>
      <Typography
        ref={ref}
        component="span"
        noWrap
        variant={variant ?? 'body2'}
        color={color}
        tabIndex={more || cut ? 0 : undefined}
        sx={{ display: 'block', minWidth: 0 }}
      >
        {text}
      </Typography>
    </Tooltip>
  );
}
