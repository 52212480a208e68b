import type {
  KubeObject,
  ObjectMeta,
} from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import { answer } from './answer';

/** RFC 3339. */
export const time = z.iso.datetime({ offset: true });

type ServedMeta = Omit<ObjectMeta, 'finalizers'>;

/** An object of Butler as answers carry it. */
export type Served<T extends KubeObject> = Omit<T, 'metadata'> & {
  metadata: ServedMeta;
};

export const metadata = answer<ServedMeta>('Metadata')(
  z.object({
    name: z.string(),
    namespace: z.string().optional(),
    uid: z.string().optional(),
    resourceVersion: z.string().optional(),
    generation: z.number().optional(),
    creationTimestamp: time.optional(),
    deletionTimestamp: time.optional(),
    labels: z
      .record(z.string(), z.string())
      .meta({ description: 'Butler’s own' })
      .optional(),
    annotations: z
      .record(z.string(), z.string())
      .meta({ description: 'Butler’s own' })
      .optional(),
  }),
);
