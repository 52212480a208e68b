import { z } from 'zod';
import {
  isDnsLabel,
  isDnsSubdomain,
  isGitUrl,
  isImageReference,
  isPlainLine,
  isWorkspaceName,
  MAX_NAME_LENGTH,
  MAX_WORKSPACE_NAME_LENGTH,
  parseDuration,
  parseQuantity,
  parseSshPublicKey,
  SSH_KEY_REFUSALS,
} from '../rules';

const MAX_OBJECT_NAME_LENGTH = 253;

/** A name that can stand in the path of a request to Kubernetes. */
export const dnsLabelSchema = z
  .string()
  .refine(isDnsLabel, 'Use lower-case letters, digits and dashes, 63 at most.')
  .meta({ maxLength: MAX_NAME_LENGTH });

/** The name of a Secret or a workload, which may have dots. It stands in no path. */
export const objectNameSchema = z
  .string()
  .refine(
    isDnsSubdomain,
    'Use lower-case letters, digits, dashes and dots, 253 at most.',
  )
  .meta({ maxLength: MAX_OBJECT_NAME_LENGTH });

/** `metadata.resourceVersion` as it was read: opaque, compared by the API server alone. */
export const resourceVersionSchema = z
  .string()
  .regex(/^[A-Za-z0-9]{1,64}$/, 'This is no resourceVersion.');

export const workspaceNameSchema = z
  .string()
  .min(1, 'Give the workspace a name.')
  .refine(
    isWorkspaceName,
    `Use lower-case letters, digits and dashes, ${MAX_WORKSPACE_NAME_LENGTH} at most; begin and end with a letter or digit.`,
  )
  .meta({ maxLength: MAX_WORKSPACE_NAME_LENGTH });

export const imageSchema = z
  .string()
  .min(1, 'Name an image.')
  .refine(
    isImageReference,
    'Write an image reference such as ghcr.io/acme/workspace:1.4.',
  );

const MAX_QUANTITY_LENGTH = 64;

// Kubernetes takes "4" for four bytes and would never start such a pod.
const LEAST_BYTES = '1Mi';

function isAtLeast(least: string) {
  const limit = parseQuantity(least)!;
  return (text: string | number) => (parseQuantity(text) ?? -limit) >= limit;
}

/** A quantity of `least` or more. */
export function quantitySchema(example: string, least: string) {
  return z
    .string()
    .refine(
      isAtLeast(least),
      `Write a quantity such as ${example}, at least ${least}.`,
    )
    .meta({ maxLength: MAX_QUANTITY_LENGTH });
}

/** Memory of a pod. */
export const memorySchema = quantitySchema('4Gi', LEAST_BYTES);

/** The size of a volume. Kubernetes takes whole bytes as a number, too, and answers with what it took. */
export const storageSizeSchema = z
  .union([z.string(), z.number()])
  .refine(
    isAtLeast(LEAST_BYTES),
    `Write a quantity such as 10Gi, at least ${LEAST_BYTES}.`,
  );

/** A Go duration from `least` nanoseconds up. */
export function durationSchema(least: bigint, message: string) {
  return z
    .string()
    .refine(text => {
      const value = parseDuration(text);
      return value !== undefined && value >= least;
    }, message)
    .meta({ maxLength: 65 });
}

/** A line of text that a person has written. */
export function lineSchema(max: number, empty: string) {
  return z
    .string()
    .max(max, `${max} characters at most.`)
    .refine(text => text.trim() !== '', empty)
    .refine(
      isPlainLine,
      'Remove the invisible characters (control characters, turned reading direction) and write one line.',
    );
}

/** A public SSH key, on one line. */
export const sshPublicKeySchema = z.string().superRefine((text, context) => {
  const { refusal } = parseSshPublicKey(text);
  if (refusal) {
    context.addIssue({ code: 'custom', message: SSH_KEY_REFUSALS[refusal] });
  }
});

// `git check-ref-format`, as far as it keeps options and shell out; the clone itself says the rest.
const BRANCH =
  /^(?![-./])(?!.*(?:\.\.|\/\/|@\{|\.lock$))[^\s~^:?*[\\\p{Cc}]+(?<![./])$/u;

/** The name of a Git branch. */
export const branchSchema = z
  .string()
  .max(250)
  .regex(BRANCH, 'This is no name of a Git branch.');

/** A URL that a workspace may clone from; `empty` says what to do when there is none. */
export function gitUrlSchema(empty: string) {
  return z
    .string()
    .min(1, empty)
    .refine(
      isGitUrl,
      'Use https://, ssh:// or git@host:path, without a password or a # in it.',
    )
    .meta({ maxLength: 2048 });
}
