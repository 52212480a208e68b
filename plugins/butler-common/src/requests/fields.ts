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
} from '../rules';
import { FIELD_MESSAGES } from './fieldMessages';
import {
  LEAST_BYTES,
  MAX_BRANCH_LENGTH,
  MAX_OBJECT_NAME_LENGTH,
} from './limits';

/** A name that can stand in the path of a request to Kubernetes. */
export const dnsLabelSchema = z
  .string()
  .refine(isDnsLabel, FIELD_MESSAGES.name.label)
  .meta({ maxLength: MAX_NAME_LENGTH });

/** The name of a Secret or a workload, which may have dots. It stands in no path. */
export const objectNameSchema = z
  .string()
  .refine(isDnsSubdomain, FIELD_MESSAGES.name.object)
  .meta({ maxLength: MAX_OBJECT_NAME_LENGTH });

/** `metadata.resourceVersion` as it was read: opaque, compared by the API server alone. */
export const resourceVersionSchema = z
  .string()
  .regex(/^[A-Za-z0-9]{1,64}$/, FIELD_MESSAGES.workspace.resourceVersion);

export const workspaceNameSchema = z
  .string()
  .min(1, FIELD_MESSAGES.name.workspaceMissing)
  .refine(isWorkspaceName, FIELD_MESSAGES.name.workspace)
  .meta({ maxLength: MAX_WORKSPACE_NAME_LENGTH });

export const imageSchema = z
  .string()
  .min(1, FIELD_MESSAGES.image.missing)
  .refine(isImageReference, FIELD_MESSAGES.image.reference);

const MAX_QUANTITY_LENGTH = 64;

function isAtLeast(least: string) {
  const limit = parseQuantity(least)!;
  return (text: string | number) => (parseQuantity(text) ?? -limit) >= limit;
}

/** A quantity of `least` or more. */
export function quantitySchema(least: string, message: string) {
  return z
    .string()
    .refine(isAtLeast(least), message)
    .meta({ maxLength: MAX_QUANTITY_LENGTH });
}

/** Memory of a pod. */
export const memorySchema = quantitySchema(
  LEAST_BYTES,
  FIELD_MESSAGES.size.memory,
);

/** The size of a volume. Kubernetes takes whole bytes as a number, too, and answers with what it took. */
export const storageSizeSchema = z
  .union([z.string(), z.number()])
  .refine(isAtLeast(LEAST_BYTES), FIELD_MESSAGES.size.storage);

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

/** A line of text that a person has written; `messages` say what to do when there is none or too much. */
export function lineSchema(
  max: number,
  messages: { empty: string; tooLong: string },
) {
  return z
    .string()
    .max(max, messages.tooLong)
    .refine(text => text.trim() !== '', messages.empty)
    .refine(isPlainLine, FIELD_MESSAGES.text.line);
}

/** A public SSH key, on one line. */
export const sshPublicKeySchema = z.string().superRefine((text, context) => {
  const { refusal } = parseSshPublicKey(text);
  if (refusal) {
    context.addIssue({ code: 'custom', message: FIELD_MESSAGES.key[refusal] });
  }
});

// `git check-ref-format`, as far as it keeps options and shell out; the clone itself says the rest.
const BRANCH =
  /^(?![-./])(?!.*(?:\.\.|\/\/|@\{|\.lock$))[^\s~^:?*[\\\p{Cc}]+(?<![./])$/u;

/** The name of a Git branch. */
export const branchSchema = z
  .string()
  .max(MAX_BRANCH_LENGTH, FIELD_MESSAGES.repository.branchTooLong)
  .regex(BRANCH, FIELD_MESSAGES.repository.branch);

/** A URL that a workspace may clone from; `empty` says what to do when there is none. */
export function gitUrlSchema(empty: string) {
  return z
    .string()
    .min(1, empty)
    .refine(isGitUrl, FIELD_MESSAGES.repository.url)
    .meta({ maxLength: 2048 });
}
