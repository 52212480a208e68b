import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { Controller } from 'react-hook-form';
import type { CatalogImage } from '@butler-portal/plugin-butler-common';
import { butlerApiRef } from '../../../api';
import { PLAIN_TEXT } from '../../../components/specForm';
import { useTranslation } from '../../../hooks';
import { useLoaded } from '../../../hooks/useLoaded';
import type { CreateValues } from '../form/values';

const NONE: CatalogImage[] = [];

function ImageOption({ image }: { image: CatalogImage }) {
  return (
    <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      <Typography variant="body2">{image.name}</Typography>
      <Typography variant="caption" color="text.secondary" component="div">
        {image.image}
      </Typography>
      {image.description && (
        <Typography variant="caption" color="text.secondary" component="div">
          {image.description}
        </Typography>
      )}
    </Box>
  );
}

/** The image: one of those that the Portal's operators propose, or a reference of one's own. */
export function ImageField() {
  const { t } = useTranslation();
  const api = useApi(butlerApiRef);
  const catalogue = useLoaded(
    useCallback(() => api.getImages().then(({ items }) => items), [api]),
  );
  // A reference can be typed all the same where the catalogue cannot be read.
  const images = catalogue.state === 'ready' ? catalogue.value : NONE;
  return (
    <Controller<CreateValues, 'image'>
      name="image"
      render={({ field: { ref, ...field }, fieldState: { error } }) => (
        <Autocomplete<CatalogImage, false, false, true>
          freeSolo
          forcePopupIcon={images.length > 0}
          size="small"
          options={images}
          // All of them, whatever stands in the field: they are few.
          filterOptions={options => options}
          getOptionLabel={option =>
            typeof option === 'string' ? option : option.image
          }
          inputValue={field.value}
          onInputChange={(_, value) => field.onChange(value)}
          value={field.value || null}
          onBlur={field.onBlur}
          renderOption={(props, image) => (
            <li {...props} key={image.image}>
              <ImageOption image={image} />
            </li>
          )}
          renderInput={params => (
            <TextField
              {...params}
              label={t('form.image.label')}
              inputRef={ref}
              error={Boolean(error)}
              inputProps={{
                ...params.inputProps,
                ...PLAIN_TEXT,
                'aria-required': true,
                style: { fontFamily: 'monospace' },
              }}
              helperText={error?.message ?? t('form.image.hint')}
            />
          )}
        />
      )}
    />
  );
}
