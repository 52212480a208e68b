import { Controller, useFormContext } from 'react-hook-form';
import type { CreateValues } from '../form/values';
import { ChoiceRadios } from './ChoiceRadios';
import type { Choice } from './ChoiceRadios';

interface SourceRadiosProps {
  of: 'keys' | 'neovim';
  label: string;
  choices: readonly Choice[];
}

/** The choice of where something comes from, as a field of the form. */
export function SourceRadios({ of, label, choices }: SourceRadiosProps) {
  const { clearErrors } = useFormContext<CreateValues>();
  return (
    <Controller<CreateValues, 'keys.source' | 'neovim.source'>
      name={`${of}.source`}
      render={({ field }) => (
        <ChoiceRadios
          label={label}
          choices={choices}
          value={field.value}
          inputRef={field.ref}
          onChange={value => {
            field.onChange(value);
            // What was wrong with another source is no longer sent.
            clearErrors(of);
          }}
        />
      )}
    />
  );
}
