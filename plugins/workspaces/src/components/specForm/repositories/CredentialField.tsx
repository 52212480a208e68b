import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { Controller } from 'react-hook-form';
import { useTranslation } from '../../../hooks';
import { PLAIN_TEXT } from '../TextInput';
import type { SpecValues } from '../values';

/** The Git credential of a private repository: one of the team's Secrets, by its name. */
export function CredentialField({
  index,
  names,
}: {
  index: number;
  names: readonly string[];
}) {
  const { t } = useTranslation();
  return (
    <Controller<SpecValues, `repositories.${number}.credential`>
      name={`repositories.${index}.credential`}
      render={({ field: { ref, ...field }, fieldState: { error } }) => (
        <Autocomplete
          // A Secret that the team adds later can be named before it is there.
          freeSolo
          forcePopupIcon={names.length > 0}
          size="small"
          options={names}
          inputValue={field.value}
          onInputChange={(_, value) => field.onChange(value)}
          value={field.value || null}
          onBlur={field.onBlur}
          clearText={t('form.repositories.dropCredential')}
          renderInput={params => (
            <TextField
              {...params}
              label={t('form.repositories.credential')}
              inputRef={ref}
              error={Boolean(error)}
              inputProps={{ ...params.inputProps, ...PLAIN_TEXT }}
              helperText={
                error?.message ?? t('form.repositories.credentialHint')
              }
            />
          )}
        />
      )}
    />
  );
}
