import { z } from 'zod';
import {
  isDnsLabel,
  isGitUrl,
  isImageReference,
  isWorkspaceName,
  MAX_WORKSPACE_NAME_LENGTH,
  parseQuantity,
} from '../rules';

/** A name that can stand in the path of a request to Kubernetes. */
export const dnsLabelSchema = z
  .string()
  .refine(isDnsLabel, 'Use lower-case letters, digits and dashes, 63 at most.');

export const workspaceNameSchema = z
  .string()
  .min(1, 'Give the workspace a name.')
  .refine(
    isWorkspaceName,
    `Use lower-case letters, digits and dashes, ${MAX_WORKSPACE_NAME_LENGTH} at most; begin and end with a letter or digit.`,
  );

export const imageSchema = z
  .string()
  .min(1, 'Name an image.')
  .refine(
    isImageReference,
    'Write an image reference such as ghcr.io/acme/workspace:1.4.',
  );

/** A quantity above zero. */
export function quantitySchema(example: string) {
  return z.string().refine(text => {
    const value = parseQuantity(text);
    return value !== undefined && value > BigInt(0);
  }, `Write a quantity such as ${example}.`);
}

// `git check-ref-format`, as far as it keeps options and shell out; the clone itself says the rest.
const BRANCH =
  /^(?![-./])(?!.*(?:\.\.|\/\/|@\{|\.lock$))[^\s~^:?*[\\\p{Cc}]+(?<![./])$/u;
const DIRECTORY = /^(?!\.{1,2}$)(?!-)[A-Za-z0-9._-]{1,100}$/;

export const repositorySchema = z.strictObject({
  url: z
    .string()
    .min(1, 'Give the URL of the repository, or remove this line.')
    .refine(
      isGitUrl,
      'Use https://, ssh:// or git@host:path, without a password in it.',
    ),
  name: z
    .string()
    .regex(DIRECTORY, 'Use letters, digits, dots, dashes and underscores.')
    .optional(),
  branch: z
    .string()
    .max(250)
    .regex(BRANCH, 'This is no name of a Git branch.')
    .optional(),
  secretRef: z.strictObject({ name: dnsLabelSchema }).optional(),
});
