import { z } from 'zod';
import { FIELD_MESSAGES } from './fieldMessages';
import { lineSchema, sshPublicKeySchema } from './fields';
import { MAX_KEY_NAME_LENGTH } from './limits';

/** Body of `POST /me/ssh-keys`. */
export const addSshKeySchema = z.strictObject({
  name: lineSchema(MAX_KEY_NAME_LENGTH, {
    empty: FIELD_MESSAGES.key.nameMissing,
    tooLong: FIELD_MESSAGES.key.nameTooLong,
  }),
  publicKey: sshPublicKeySchema,
});

/** What {@link addSshKeySchema} takes, parsed. */
export type AddSshKeyRequest = z.infer<typeof addSshKeySchema>;
