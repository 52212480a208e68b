import { z } from 'zod';
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

const MAX_COMMAND_LENGTH = 1000;
const MAX_KEYS = 50;
const MAX_INIT_LUA_LENGTH = 64 * 1024;
/** The largest archive of a Neovim configuration: an object may have 1.5 MiB, a body 1 MiB. */
export const MAX_NEOVIM_ARCHIVE_BYTES = 512 * 1024;
const MAX_ARCHIVE_BASE64_LENGTH = (MAX_NEOVIM_ARCHIVE_BYTES * 4) / 3 + 4;
// The first three bytes of a gzip file, in base64: magic 1f 8b and method 8 (RFC 1952, 2.3.1). That
// groups are of four is asked apart: a form asks at each key stroke, and it takes ten times as long here.
const GZIP_BASE64 = /^H4sI[A-Za-z0-9+/]*={0,2}$/;
const NO_ARCHIVE =
  'This is no tar.gz in base64. Pack it with: tar czf - -C ~/.config/nvim . | base64 -w0.';

/** Of `envFrom`, each field by its own schema: a create and an edit put them together in their own ways. */
export const envFromFields = {
  kind: z.enum(['Deployment', 'StatefulSet']),
  name: objectNameSchema,
  namespace: dnsLabelSchema,
  container: dnsLabelSchema,
};

/** Of `resources`: quantities. */
export const resourcesFields = {
  cpu: quantitySchema('2 or 500m', '1m'),
  memory: memorySchema,
};

/** Of `dotfiles`. */
export const dotfilesFields = {
  url: gitUrlSchema('Give the URL of the dotfiles, or leave them out.'),
  installCommand: lineSchema(
    MAX_COMMAND_LENGTH,
    'Write a command, or leave it out.',
  ),
};

/** Of `editorConfig`. */
export const editorConfigFields = {
  neovimConfigRepo: gitUrlSchema(
    'Give the URL of the Neovim configuration, or leave it out.',
  ),
  neovimInitLua: z
    .string()
    .max(MAX_INIT_LUA_LENGTH, 'init.lua may have 65,536 characters at most.')
    .refine(text => !text.includes('\0'), 'init.lua is text; this is none.'),
  neovimConfigArchive: z
    .string()
    .max(MAX_ARCHIVE_BASE64_LENGTH, 'The archive may have 512 KiB at most.')
    .regex(GZIP_BASE64, { error: NO_ARCHIVE, abort: true })
    .refine(text => text.length % 4 === 0, NO_ARCHIVE),
};

/** A Go duration; an idle time of zero would end each connection at once. */
export const idleTimeoutSchema = durationSchema(
  BigInt(1),
  'Write a duration above zero such as 4h or 90m; there are no days.',
);

/** A Go duration; zero means never. */
export const autoStopAfterSchema = durationSchema(
  BigInt(0),
  'Write a duration such as 8h, or 0s for never; there are no days.',
);

/** Keys for one workspace, in place of those of the profile. */
export const sshPublicKeysSchema = z
  .array(sshPublicKeySchema)
  .max(MAX_KEYS, `${MAX_KEYS} keys at most.`);

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
