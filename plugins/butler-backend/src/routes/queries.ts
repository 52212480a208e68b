import { ConflictError } from '@backstage/errors';
import type { KubeObject } from '@butler-portal/plugin-butler-common';
import { z } from 'zod';

const UID = /^[A-Za-z0-9-]{1,64}$/;
const flag = z.enum(['true', 'false']).optional();
const uid = z.string().regex(UID, 'This is no uid.').optional();

/** Query of a write that can be asked for without being done. */
export const dryRunQuery = z.strictObject({ dryRun: flag });

/** Query of a DELETE: which object is meant, so that a namesake that was created since survives. */
export const deleteQuery = z.strictObject({ uid });

/** The same where the delete can be asked for without being done. */
export const dryRunDeleteQuery = z.strictObject({ uid, dryRun: flag });

/** Throws a 409 when the object is not the one that is meant. */
export function assertMeant(
  { kind, metadata }: KubeObject,
  meant: string | undefined,
): void {
  if (meant === undefined || meant === metadata.uid) return;
  throw new ConflictError(
    `The ${kind} that you mean is gone, and another one has its name. It was not touched.`,
  );
}
