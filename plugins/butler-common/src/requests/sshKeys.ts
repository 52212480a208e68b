import { z } from 'zod';
import { lineSchema, sshPublicKeySchema } from './fields';

/** The longest name of a key (contract, section 1). */
const MAX_NAME_LENGTH = 63;

/** Body of `POST /me/ssh-keys`. */
export const addSshKeySchema = z.strictObject({
  name: lineSchema(MAX_NAME_LENGTH, 'Give the key a name.'),
  publicKey: sshPublicKeySchema,
});

/** What {@link addSshKeySchema} takes, parsed. */
export type AddSshKeyRequest = z.infer<typeof addSshKeySchema>;
