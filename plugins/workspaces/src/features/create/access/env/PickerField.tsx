import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { Controller } from 'react-hook-form';
import { PLAIN_TEXT } from '../../../../components/specForm';
import { useTranslation } from '../../../../hooks';
import type { CreateValues } from '../../form/values';

interface PickerFieldProps<T> {
  /** The field at which errors are shown. */
  name: 'env.namespace' | 'env.name' | 'env.container';
  label: string;
  hint?: string;
  /** Whether the options are still on their way. */
  loading?: boolean;
  options: readonly T[];
  value: T | undefined;
  labelOf(option: T): string;
  /** Options of one group stand together, under its name. */
  groupOf?(option: T): string;
  onChoose(option: T): void;
}

/** One out of a list that can be searched by typing. */
export function PickerField<T>(props: PickerFieldProps<T>) {
  const { t } = useTranslation();
  const { name, label, hint, options, value, labelOf, groupOf } = props;
  return (
    <Controller<CreateValues, typeof name>
      name={name}
      render={({ field: { ref, onBlur }, fieldState: { error } }) => (
        <Autocomplete<T>
          size="small"
          // There is always one chosen: to have none is a choice of its own, above.
          clearIcon={null}
          autoHighlight
          options={options}
          value={value && options.includes(value) ? value : null}
          getOptionLabel={labelOf}
          groupBy={groupOf}
          loading={props.loading}
          loadingText={t('create.access.env.searching')}
          noOptionsText={t('create.access.env.noMatch')}
          onChange={(_, chosen) => chosen !== null && props.onChoose(chosen)}
          onBlur={onBlur}
          renderInput={params => (
            <TextField
              {...params}
              label={label}
              inputRef={ref}
              error={Boolean(error)}
              inputProps={{ ...params.inputProps, ...PLAIN_TEXT }}
              helperText={error?.message ?? hint ?? ' '}
            />
          )}
        />
      )}
    />
  );
}
