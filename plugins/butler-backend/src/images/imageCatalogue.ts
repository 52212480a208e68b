import type { Config } from '@backstage/config';
import {
  imageSchema,
  isTemplateIcon,
} from '@butler-portal/plugin-butler-common';
import type { CatalogImage } from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import { wrongConfig } from '../errors';

const KEY = 'butler.images';

const catalogue = z.array(
  z.strictObject({
    name: z.string().min(1).max(100),
    image: imageSchema,
    description: z.string().max(500).optional(),
    icon: z
      .string()
      .refine(
        isTemplateIcon,
        'must be the name of a Material icon or an https:// address',
      )
      .optional(),
  }),
);

/** Reads the images that the Portal proposes; throws an InputError that names the entry that is wrong. */
export function readImages(root: Config): CatalogImage[] {
  const result = catalogue.safeParse(root.getOptional(KEY) ?? []);
  if (result.success) return result.data;
  const [{ path, message }] = result.error.issues;
  return wrongConfig(`${[KEY, ...path].join('.')} is wrong: ${message}`);
}
