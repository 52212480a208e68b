import { useState } from 'react';
import Box from '@mui/material/Box';
import { categoryOf } from '@butler-portal/plugin-butler-common';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import { pictureOf } from './icons';

const SIZE = 32;

/** The picture of a template. It says nothing that its name does not say, so readers skip it. */
export function TemplateIcon({ template }: { template: WorkspaceTemplate }) {
  const [broken, setBroken] = useState(false);
  const { icon } = template.spec;
  const picture = pictureOf(broken ? undefined : icon, categoryOf(template));
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
