import type {
  ImageList,
  Me,
  SshKey,
  SshKeyList,
} from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import { answer } from './answer';
import { time } from './common';

/** `GET /me` */
export const me = answer<Me>('Me')(
  z.object({
    email: z.string().meta({ description: 'Lower case' }),
    displayName: z.string(),
    platformRole: z.enum(['admin', 'viewer']).optional(),
    teams: z.array(
      z.object({
        team: z.string().meta({ description: 'The Team’s name' }),
        displayName: z.string(),
        namespace: z.string(),
        role: z.enum(['admin', 'operator', 'viewer']),
      }),
    ),
    sshKeyCount: z.number(),
  }),
);

/** `POST /me/ssh-keys` */
export const sshKey = answer<SshKey>('SshKey')(
  z.object({
    name: z.string(),
    publicKey: z.string(),
    fingerprint: z.string().optional(),
    addedAt: time.optional(),
  }),
);

/** `GET /me/ssh-keys` */
export const sshKeyList = answer<SshKeyList>('SshKeyList')(
  z.object({ items: z.array(sshKey) }),
);

/** `GET /images` */
export const imageList = answer<ImageList>('ImageList')(
  z.object({
    items: z.array(
      z.object({
        name: z.string(),
        image: z.string(),
        description: z.string().optional(),
        icon: z.string().optional(),
      }),
    ),
  }),
);
