import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { TextFieldProps } from '@mui/material/TextField';
import { useTranslation } from '../hooks';

/** What a {@link Picker} has to choose from. */
export interface Choice {
  value: string;
  label: string;
}

interface PickerProps
  extends Pick<
    TextFieldProps,
    'error' | 'helperText' | 'inputRef' | 'required' | 'sx'
  > {
  label: string;
  choices: readonly Choice[];
  value: string;
  onChange(value: string): void;
  onBlur?(): void;
}

// By what people call it and by its name in Kubernetes.
const filterOptions = createFilterOptions<Choice>({
  stringify: ({ label, value }) => `${label} ${value}`,
});

/** Always one out of a list that may be hundreds long: it is found by typing. */
export function Picker(props: PickerProps) {
  const { t } = useTranslation();
  const { label, choices, value, onChange, onBlur, sx, required, ...rest } =
    props;
  return (
    <Autocomplete<Choice>
      size="small"
      autoHighlight
      // There is always one; a cross would promise otherwise.
      clearIcon={null}
      options={choices}
      value={choices.find(choice => choice.value === value) ?? null}
      getOptionKey={choice => choice.value}
      // The same choice in a list that was made anew: what is being typed stays.
      isOptionEqualToValue={(one, other) => one.value === other.value}
      filterOptions={filterOptions}
      noOptionsText={t('components.picker.noMatch')}
      onChange={(_, chosen) => chosen && onChange(chosen.value)}
      onBlur={onBlur}
      sx={sx}
      renderInput={params => (
        <TextField
          {...params}
          {...rest}
          label={label}
          inputProps={{
            ...params.inputProps,
            spellCheck: false,
            'aria-required': required,
          }}
        />
      )}
    />
  );
}
