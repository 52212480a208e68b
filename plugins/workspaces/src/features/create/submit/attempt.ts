import type { CreateWorkspaceRequest } from '@butler-portal/plugin-butler-common';
import type { ButlerError } from '../../../api';

/** One content of the form that was sent at least once. */
export interface Attempt {
  team: string;
  name: string;
  /** The content, to recognise it when it is sent again. */
  content: string;
  idempotencyKey: string;
  /** Nobody knows yet whether the workspace was made: the answer was lost or is a failure. */
  open: boolean;
}

/** 128 random bits. `crypto.randomUUID` is there only on https and localhost. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

function contentOf(team: string, request: CreateWorkspaceRequest): string {
  return JSON.stringify([team, request]);
}

/**
 * The attempt for a content: the last one when the content is the same, so that a retry carries the
 * same key and makes no second workspace; else a new one.
 */
export function attemptFor(
  team: string,
  request: CreateWorkspaceRequest,
  last?: Attempt,
): Attempt {
  const content = contentOf(team, request);
  const idempotencyKey =
    last?.content === content ? last.idempotencyKey : newKey();
  return { team, name: request.name, content, idempotencyKey, open: true };
}

/**
 * The key of an attempt that may have created this very content: with it, a dry run answers with the
 * workspace instead of saying that its name is taken.
 */
export function openKeyFor(
  team: string,
  request: CreateWorkspaceRequest,
  last?: Attempt,
): string | undefined {
  return last?.open && last.content === contentOf(team, request)
    ? last.idempotencyKey
    : undefined;
}

/** The attempt after it has failed. */
export function afterError(attempt: Attempt, error: ButlerError): Attempt {
  return { ...attempt, open: error.leavesOpen };
}

/**
 * Whether the name may be in use by the attempt itself: its answer was lost, but the workspace may be
 * there. It must not stand in the way of the retry.
 */
export function mayBeOwn(
  attempt: Attempt | undefined,
  team: string,
  name: string,
): boolean {
  return Boolean(
    attempt?.open && attempt.team === team && attempt.name === name,
  );
}
