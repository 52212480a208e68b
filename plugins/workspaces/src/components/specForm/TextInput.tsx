import TextField from '@mui/material/TextField';
import type { TextFieldProps } from '@mui/material/TextField';
import { Controller } from 'react-hook-form';

type TextInputProps = Omit<TextFieldProps, 'name' | 'helperText' | 'error'> & {
  /** Of a field with a text in it. */
  name: string;
  /** What to write there; gives way to what is wrong with it. */
  hint?: string;
  /** Runs when the person leaves the field, also with Enter, which submits. */
  onLeave?(): void;
};

/** A text field of the form around it, with its hint or its error under it. */
export function TextInput(props: TextInputProps) {
  const { name, hint, onLeave, required, inputProps, ...rest } = props;
  return (
    <Controller
      name={name}
      render={({ field: { ref, onBlur, ...field }, fieldState: { error } }) => (
        <TextField
          fullWidth
          size="small"
          autoComplete="off"
          {...rest}
          {...field}
          inputRef={ref}
          onBlur={() => {
            onBlur();
            onLeave?.();
          }}
          onKeyDown={event => {
            if (event.key === 'Enter') onLeave?.();
          }}
          error={Boolean(error)}
          // Nearly all are required and filled in already: a star at each would only be noise.
          inputProps={{ ...inputProps, 'aria-required': required }}
          helperText={error?.message ?? hint ?? ' '}
        />
      )}
    />
  );
}

/** For names, URLs and references: nothing that a spell checker or a phone should touch. */
export const PLAIN_TEXT = {
  spellCheck: false,
  autoCapitalize: 'none',
} as const;
