import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { Controller } from 'react-hook-form';
import { ICON_NAMES, pictureOf } from '../../../components/templates/icons';
import { useTranslation } from '../../../hooks';
import type { TemplateValues } from './values';

function OwnIcon({ name }: { name: string }) {
  const picture = pictureOf(name, 'custom');
  return picture.kind === 'icon' ? (
    <picture.Icon aria-hidden fontSize="small" color="action" />
  ) : null;
}

/** The picture of a template: one of the icons that the Portal has, or the https address of another. */
export function IconField() {
  const { t } = useTranslation();
  return (
    <Controller<TemplateValues, 'icon'>
      name="icon"
      render={({ field: { ref, ...field }, fieldState: { error } }) => (
        <Autocomplete
          freeSolo
          size="small"
          options={ICON_NAMES}
          inputValue={field.value}
          onInputChange={(_, value) => field.onChange(value)}
          value={field.value || null}
          onBlur={field.onBlur}
          renderOption={(props, name) => (
            <Box component="li" {...props} key={name} sx={{ gap: 1 }}>
              <OwnIcon name={name} />
              {name}
            </Box>
          )}
          renderInput={params => (
            <TextField
              {...params}
              label={t('templates.editor.icon')}
              inputRef={ref}
              error={Boolean(error)}
              helperText={error?.message ?? t('templates.editor.iconHint')}
            />
          )}
        />
      )}
    />
  );
}
