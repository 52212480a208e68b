import { useId } from 'react';
import type { Ref } from 'react';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';

/** One of several ways. */
export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

interface ChoiceRadiosProps {
  label: string;
  choices: readonly Choice[];
  value: string;
  onChange(value: string): void;
  /** For the one that takes the focus. */
  inputRef?: Ref<HTMLInputElement>;
}

/** A choice of one way among several; what belongs to it is drawn below by others. */
export function ChoiceRadios(props: ChoiceRadiosProps) {
  const id = useId();
  return (
    <RadioGroup
      aria-label={props.label}
      value={props.value}
      onChange={(_, value) => props.onChange(value)}
      sx={{ mb: 2 }}
    >
      {props.choices.map(({ value, label, hint }, index) => (
        <FormControlLabel
          key={value}
          value={value}
          sx={{ mr: 0, minWidth: 0 }}
          control={
            <Radio
              size="small"
              inputRef={index === 0 ? props.inputRef : undefined}
              inputProps={{
                'aria-label': label,
                'aria-describedby': hint && `${id}-${value}`,
              }}
            />
          }
          label={
            <Box>
              <Typography variant="body2" component="span">
                {label}
              </Typography>
              {hint && (
                <Typography
                  id={`${id}-${value}`}
                  variant="caption"
                  color="text.secondary"
                  component="div"
                >
                  {hint}
                </Typography>
              )}
            </Box>
          }
        />
      ))}
    </RadioGroup>
  );
}
