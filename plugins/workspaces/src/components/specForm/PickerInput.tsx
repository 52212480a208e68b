import { Controller } from 'react-hook-form';
import { Picker } from '../Picker';
import type { Choice } from '../Picker';

/** A {@link Picker} for a field of the form around it, with its error under it. */
export function PickerInput(props: {
  /** Of a field with a text in it. */
  name: string;
  label: string;
  choices: readonly Choice[];
  required?: boolean;
}) {
  const { name, ...rest } = props;
  return (
    <Controller
      name={name}
      render={({ field: { ref, ...field }, fieldState: { error } }) => (
        <Picker
          {...rest}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          inputRef={ref}
          error={Boolean(error)}
          helperText={error?.message ?? ' '}
        />
      )}
    />
  );
}
