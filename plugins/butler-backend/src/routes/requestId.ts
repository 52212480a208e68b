import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const REQUEST_ID_HEADER = 'X-Request-Id';

/**
 * Gives every answer an id that a person can quote when asking for help; failures are logged with
 * it. It is the Portal's own: a caller's could be anything, and end up in the log.
 */
export function assignRequestId(
  _request: Request,
  response: Response,
  next: NextFunction,
): void {
  response.setHeader(REQUEST_ID_HEADER, randomUUID());
  next();
}

/** The id that {@link assignRequestId} has given. */
export function requestIdOf(response: Response): string {
  return String(response.getHeader(REQUEST_ID_HEADER));
}
