import { z } from 'zod';
import { FIELD_MESSAGES } from './fieldMessages';
import {
  dnsLabelSchema,
  durationSchema,
  gitUrlSchema,
  objectNameSchema,
  lineSchema,
  memorySchema,
  quantitySchema,
  sshPublicKeySchema,
} from './fields';
import {
  LEAST_CORES,
  MAX_COMMAND_LENGTH,
  MAX_INIT_LUA_LENGTH,
  MAX_KEYS,
  MAX_NEOVIM_ARCHIVE_BYTES,
} from './limits';

const MAX_ARCHIVE_BASE64_LENGTH = (MAX_NEOVIM_ARCHIVE_BYTES * 4) / 3 + 4;
// The first three bytes of a gzip file, in base64: magic 1f 8b and method 8 (RFC 1952, 2.3.1). That
// groups are of four is asked apart: a form asks at each key stroke, and it takes ten times as long here.
const GZIP_BASE64 = /^H4sI[A-Za-z0-9+/]*={0,2}$/;

/** Of `envFrom`, each field by its own schema: a create and an edit put them together in their own ways. */
export const envFromFields = {
  kind: z.enum(['Deployment', 'StatefulSet'], FIELD_MESSAGES.env.kind),
  name: objectNameSchema,
  namespace: dnsLabelSchema,
  container: dnsLabelSchema,
};

/** Of `resources`: quantities. */
export const resourcesFields = {
  cpu: quantitySchema(LEAST_CORES, FIELD_MESSAGES.size.cpu),
  memory: memorySchema,
};

/** Of `dotfiles`. */
export const dotfilesFields = {
  url: gitUrlSchema(FIELD_MESSAGES.dotfiles.urlMissing),
  installCommand: lineSchema(MAX_COMMAND_LENGTH, {
    empty: FIELD_MESSAGES.dotfiles.commandMissing,
    tooLong: FIELD_MESSAGES.dotfiles.commandTooLong,
  }),
};

/** Of `editorConfig`. */
export const editorConfigFields = {
  neovimConfigRepo: gitUrlSchema(FIELD_MESSAGES.neovim.repoMissing),
  neovimInitLua: z
    .string()
    .max(MAX_INIT_LUA_LENGTH, FIELD_MESSAGES.neovim.luaTooLong)
    .refine(text => !text.includes('\0'), FIELD_MESSAGES.neovim.luaNoText),
  neovimConfigArchive: z
    .string()
    .max(MAX_ARCHIVE_BASE64_LENGTH, FIELD_MESSAGES.neovim.archiveTooLarge)
    .regex(GZIP_BASE64, { error: FIELD_MESSAGES.neovim.archive, abort: true })
    .refine(text => text.length % 4 === 0, FIELD_MESSAGES.neovim.archive),
};

/** A Go duration; an idle time of zero would end each connection at once. */
export const idleTimeoutSchema = durationSchema(
  BigInt(1),
  FIELD_MESSAGES.time.idleTimeout,
);

/** A Go duration; zero means never. */
export const autoStopAfterSchema = durationSchema(
  BigInt(0),
  FIELD_MESSAGES.time.autoStopAfter,
);

/** Keys for one workspace, in place of those of the profile. */
export const sshPublicKeysSchema = z
  .array(sshPublicKeySchema)
  .max(MAX_KEYS, FIELD_MESSAGES.key.tooMany);

/** `envFrom` of a new object. */
export const envFromSchema = z.strictObject({
  kind: envFromFields.kind.optional(),
  name: envFromFields.name,
  namespace: envFromFields.namespace.optional(),
  container: envFromFields.container.optional(),
});
/** `resources` of a new object. */
export const resourcesSchema = z.strictObject(resourcesFields).partial();
/** `dotfiles` of a new object. */
export const dotfilesSchema = z.strictObject({
  url: dotfilesFields.url,
  installCommand: dotfilesFields.installCommand.optional(),
});
/** `editorConfig` of a new object. */
export const editorConfigSchema = z.strictObject(editorConfigFields).partial();
