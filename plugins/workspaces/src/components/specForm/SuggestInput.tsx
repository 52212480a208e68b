import type { ReactNode } from 'react';
import Autocomplete from '@mui/material/Autocomplete';
import type { AutocompleteProps } from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { Controller } from 'react-hook-form';
import { PLAIN_TEXT } from './TextInput';

interface SuggestInputProps<Option>
  extends Pick<AutocompleteProps<Option, false, false, true>, 'filterOptions'> {
  /** Of a field with a text in it. */
  name: string;
  label: string;
  /** What to write there; gives way to what is wrong with it. */
  hint: string;
  options: readonly Option[];
  /** What stands in the field when the option is chosen; each has its own. */
  textOf(option: Option): string;
  optionOf(option: Option): ReactNode;
  required?: boolean;
}

/** A text field of the form around it that also proposes what to write. */
export function SuggestInput<Option>(props: SuggestInputProps<Option>) {
  const { name, label, hint, options, textOf, optionOf, required, ...rest } =
    props;
  return (
    <Controller
      name={name}
      render={({ field: { ref, ...field }, fieldState: { error } }) => (
        <Autocomplete<Option, false, false, true>
          {...rest}
          freeSolo
          forcePopupIcon={options.length > 0}
          size="small"
          options={options}
          getOptionLabel={option =>
            typeof option === 'string' ? option : textOf(option)
          }
          inputValue={field.value}
          onInputChange={(_, value) => field.onChange(value)}
          value={field.value || null}
          onBlur={field.onBlur}
          renderOption={(itemProps, option) => (
            <Box
              component="li"
              {...itemProps}
              key={textOf(option)}
              sx={{ gap: 1.5 }}
            >
              {optionOf(option)}
            </Box>
          )}
          renderInput={params => (
            <TextField
              {...params}
              label={label}
              inputRef={ref}
              error={Boolean(error)}
              inputProps={{
                ...params.inputProps,
                ...PLAIN_TEXT,
                'aria-required': required,
              }}
              helperText={error?.message ?? hint}
            />
          )}
        />
      )}
    />
  );
}
