import { useState } from 'react';
import Box from '@mui/material/Box';
import type { TemplateCategory } from '@butler-portal/plugin-butler-common';
import { pictureOf } from './icons';

const SIZE = 32;

interface TemplateIconProps {
  /** As {@link pictureOf} takes it. */
  icon?: string;
  /** Whose picture stands in where the icon gives none. */
  category?: TemplateCategory;
}

/** The picture of a template or an image. It says nothing that the name does not say, so readers skip it. */
export function TemplateIcon({ icon, category = 'custom' }: TemplateIconProps) {
  const [broken, setBroken] = useState(false);
  const picture = pictureOf(broken ? undefined : icon, category);
  if (picture.kind === 'image') {
    return (
      <Box
        component="img"
        src={picture.url}
        alt=""
        width={SIZE}
        height={SIZE}
        // Whoever serves the picture need not learn where the Portal is.
        referrerPolicy="no-referrer"
        loading="lazy"
        onError={() => setBroken(true)}
        sx={{ objectFit: 'contain', flex: 'none' }}
      />
    );
  }
  return (
    <picture.Icon
      aria-hidden
      color="action"
      sx={{ fontSize: SIZE, flex: 'none' }}
    />
  );
}
