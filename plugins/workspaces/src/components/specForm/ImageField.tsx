import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { CatalogImage } from '@butler-portal/plugin-butler-common';
import { butlerApiRef } from '../../api';
import { useTranslation } from '../../hooks';
import { useLoaded } from '../../hooks/useLoaded';
import { TemplateIcon } from '../templates';
import { SuggestInput } from './SuggestInput';

const NONE: CatalogImage[] = [];

function ImageOption({ image }: { image: CatalogImage }) {
  return (
    <>
      <TemplateIcon icon={image.icon} />
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
    </>
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
    <SuggestInput
      name="image"
      label={t('form.image.label')}
      hint={t('form.image.hint')}
      required
      options={images}
      // All of them, whatever stands in the field: they are few.
      filterOptions={options => options}
      textOf={({ image }) => image}
      optionOf={image => <ImageOption image={image} />}
    />
  );
}
