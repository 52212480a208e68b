import type { ErrorBody } from '@butler-portal/plugin-butler-common';
import { ButlerError } from './ButlerError';

/** The response header with what to quote when asking for help. */
const REQUEST_ID_HEADER = 'x-request-id';

function isErrorBody(body: unknown): body is ErrorBody {
  const error = (body as Partial<ErrorBody> | null)?.error;
  return typeof error === 'object' && typeof error?.message === 'string';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy on the way answers in HTML; there is nothing in it for people.
    return undefined;
  }
}

/** What the backend says of an expired session is for programs, and does not say what to do. */
const SESSION_ENDED =
  'Your session has ended. Reload the page to sign in again; what you have typed into a form is kept.';

/** Reads Backstage's error body out of a response that is not `ok`. */
export async function errorFromResponse(
  response: Response,
): Promise<ButlerError> {
  const body = parse(await response.text());
  const requestId = response.headers.get(REQUEST_ID_HEADER) ?? undefined;
  if (isErrorBody(body)) {
    const { message, fields, quota } = body.error;
    const { status } = response;
    return new ButlerError(
      status === 401 ? SESSION_ENDED : message,
      status,
      fields,
      requestId,
      quota,
    );
  }
  return new ButlerError(
    `The Portal’s backend answered with status ${response.status}. Try again; if it stays so, tell the Portal’s operators.`,
    response.status,
    [],
    requestId,
  );
}

/** Puts what `fetch` has thrown into words. */
export function errorFromFailure(failure: unknown): ButlerError {
  if (failure instanceof ButlerError) return failure;
  const timedOut = failure instanceof Error && failure.name === 'TimeoutError';
  return new ButlerError(
    timedOut
      ? 'The Portal’s backend did not answer in time. Try again in a moment.'
      : 'The Portal’s backend cannot be reached. Check your network connection, then try again.',
    0,
  );
}
