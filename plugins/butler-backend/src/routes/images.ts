import type { CatalogImage } from '@butler-portal/plugin-butler-common';
import { imageList } from '../answers/me';
import { knownToButler } from '../access/requirements';
import { noQuery } from './parse';
import { route } from './route';
import type { Route } from './route';

/** `GET /images`: the images that the Portal proposes. */
export function imageRoutes({ images }: { images: CatalogImage[] }): Route[] {
  return [
    route({
      method: 'get',
      path: '/images',
      access: knownToButler('image.view'),
      query: noQuery,
      answer: imageList,
      handler: () => ({ status: 200, body: { items: images } }),
    }),
  ];
}
