import type { MouseEvent } from 'react';
import Button from '@mui/material/Button';
import type { ButtonProps } from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Tooltip from '@mui/material/Tooltip';

/** What {@link ActionButton} takes, beside what MUI's Button takes. */
export interface ActionButtonProps extends Omit<ButtonProps, 'disabled'> {
  /** Why it cannot be pressed now. The button stays focusable, so that the reason can be read. */
  reason?: string;
  /** Its own action is under way. */
  pending?: boolean;
  /** Makes it a link, also while it has no `href` yet. */
  component?: 'a';
}

/** A button that says why it is disabled, and turns while its own action runs. */
export function ActionButton({
  reason,
  pending = false,
  onClick,
  href,
  sx,
  children,
  ...rest
}: ActionButtonProps) {
  const off = Boolean(reason) || pending;
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    // An off button of a form would submit it.
    if (off) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <Tooltip title={reason ?? ''} describeChild>
      <Button
        {...rest}
        {...(rest.component === 'a' && { role: 'link' })}
        href={off ? undefined : href}
        aria-disabled={off || undefined}
        aria-busy={pending || undefined}
        onClick={click}
        startIcon={
          pending ? (
            <CircularProgress size={14} color="inherit" aria-hidden />
          ) : (
            rest.startIcon
          )
        }
        sx={{
          whiteSpace: 'nowrap',
          ...(off && { opacity: 0.55, cursor: 'default' }),
          ...sx,
        }}
      >
        {children}
      </Button>
    </Tooltip>
  );
}
