import { createHash } from 'node:crypto';
import { BUTLER_GROUP } from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { z } from 'zod';

/** Annotation: a hash of who created the object and with which `Idempotency-Key`. Never answered. */
export const IDEMPOTENCY_ANNOTATION = `${BUTLER_GROUP}/idempotency-key`;

const LIFETIME_MS = 10 * 60 * 1000;

/** The header `Idempotency-Key`. */
export const idempotencyKeySchema = z
  .string()
  .regex(
    /^[\x20-\x7e]{1,200}$/,
    'Use 1 to 200 printable ASCII characters for Idempotency-Key.',
  )
  .optional();

/** What is kept of a key. Hashed with the caller, so that nobody repeats somebody else's request. */
export function idempotencyHash(email: string, key: string): string {
  return createHash('sha256')
    .update(`${email.toLowerCase()}\0${key}`)
    .digest('hex');
}

/** Whether the workspace is what an earlier request with the same key has made, at most ten minutes ago. */
export function isRepeated(
  workspace: Workspace,
  hash: string | undefined,
  now: number,
): boolean {
  const { annotations, creationTimestamp = '' } = workspace.metadata;
  return (
    hash !== undefined &&
    annotations?.[IDEMPOTENCY_ANNOTATION] === hash &&
    now - Date.parse(creationTimestamp) < LIFETIME_MS
  );
}

/** The object with the mark by which a repetition of the same request finds it. */
export function withIdempotency(
  workspace: Workspace,
  hash: string | undefined,
): Workspace {
  if (!hash) return workspace;
  const { metadata } = workspace;
  const annotations = {
    ...metadata.annotations,
    [IDEMPOTENCY_ANNOTATION]: hash,
  };
  return { ...workspace, metadata: { ...metadata, annotations } };
}
