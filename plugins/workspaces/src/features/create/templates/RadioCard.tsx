import { useId } from 'react';
import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { alpha } from '@mui/material/styles';

interface RadioCardProps {
  /** Of the group: cards of one name are one group, and arrow keys move in it. */
  name: string;
  checked: boolean;
  /** @param byKeyboard - chosen by moving through the group, not by pointing at one */
  onChoose(byKeyboard: boolean): void;
  icon: ReactNode;
  title: string;
  /** A button that stands on the card and is pressed on its own. */
  action?: ReactNode;
  children: ReactNode;
}

// The radio button itself is what is clicked, wherever that is on the card.
const OVER_THE_CARD = {
  position: 'absolute',
  inset: 0,
  width: '100%',
  height: '100%',
  margin: 0,
  opacity: 0,
  cursor: 'pointer',
} as const;

// Browsers report the choice as a click; one that no pointer made has no count.
function isByKeyboard(event: Event): boolean {
  return event instanceof MouseEvent && event.detail === 0;
}

/** A card that is one choice of a radio group: a native radio button, drawn as a card. */
export function RadioCard(props: RadioCardProps) {
  const id = useId();
  const { checked, icon, title, action, children } = props;
  return (
    <Box
      sx={theme => ({
        display: 'flex',
        gap: 2,
        p: 2,
        minWidth: 0,
        cursor: 'pointer',
        position: 'relative',
        border: 1,
        borderColor: checked ? 'primary.main' : 'divider',
        borderRadius: 1,
        // The theme's own `action.selected` leaves too little contrast for grey text in the dark.
        bgcolor: checked
          ? alpha(theme.palette.primary.main, 0.08)
          : 'background.paper',
        boxShadow: checked
          ? `inset 0 0 0 1px ${theme.palette.primary.main}`
          : 0,
        '&:hover': { borderColor: checked ? 'primary.main' : 'text.secondary' },
        '&:focus-within': {
          outline: `2px solid ${theme.palette.primary.main}`,
          outlineOffset: 2,
        },
      })}
    >
      <input
        type="radio"
        name={props.name}
        checked={checked}
        onChange={event => props.onChoose(isByKeyboard(event.nativeEvent))}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-details`}
        style={OVER_THE_CARD}
      />
      {icon}
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography
          id={`${id}-title`}
          variant="subtitle2"
          component="div"
          sx={{ overflowWrap: 'anywhere' }}
        >
          {title}
        </Typography>
        <Box id={`${id}-details`}>{children}</Box>
        {/* Above the radio button, which covers the card. */}
        {action && (
          <Box sx={{ position: 'relative', zIndex: 1, mt: 1 }}>{action}</Box>
        )}
      </Box>
    </Box>
  );
}
