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

// Forms keep drafts in the tab.
const SIGN_IN_AGAIN =
  'Reload the page to sign in again; what you have typed into a form is kept.';

/** What the backend says of an expired session is for programs, and does not say what to do. */
const SESSION_ENDED = `Your session has ended. ${SIGN_IN_AGAIN}`;

function requestIdOf(response: Response): string | undefined {
  return response.headers.get(REQUEST_ID_HEADER) ?? undefined;
}

/** Reads Backstage's error body out of the text of a response that is not `ok`. */
export function errorFromResponse(
  response: Response,
  text: string,
): ButlerError {
  const body = parse(text);
  const requestId = requestIdOf(response);
  if (isErrorBody(body)) {
    const { message, fields, quota } = body.error;
    const { status } = response;
    return new ButlerError(status === 401 ? SESSION_ENDED : message, status, {
      fields,
      requestId,
      quota,
    });
  }
  return new ButlerError(
    `The Portal’s backend answered with status ${response.status}. Try again; if it stays so, tell the Portal’s operators.`,
    response.status,
    { requestId },
  );
}

/** For a response that is `ok` and yet not the backend's: a proxy on the way shows its sign-in page. */
export function notThePortals(response: Response): ButlerError {
  return new ButlerError(
    `What came back is not the Portal’s answer: something on the way, such as a sign-in, has answered in its place. ${SIGN_IN_AGAIN}`,
    0,
    { requestId: requestIdOf(response) },
  );
}

/**
 * Reads the text of a response that is `ok`.
 *
 * @throws ButlerError when it is no JSON
 */
export function answerOf(response: Response, text: string): unknown {
  if (!text) return undefined;
  const answer = parse(text);
  if (answer === undefined) throw notThePortals(response);
  return answer;
}

/** Puts into words why a request got no answer: what `fetch`, or reading the body, has thrown. */
export function errorFromFetch(failure: unknown): ButlerError {
  if (failure instanceof ButlerError) return failure;
  const timedOut = failure instanceof Error && failure.name === 'TimeoutError';
  return new ButlerError(
    timedOut
      ? 'The Portal’s backend did not answer in time. Try again in a moment.'
      : 'The Portal’s backend cannot be reached. Check your network connection, then try again.',
    0,
    { cause: failure },
  );
}

/**
 * Makes an error that can be shown of anything that was thrown. What is not the backend's is a fault of the
 * Portal itself: it goes to the browser's console, for those who can mend it.
 */
export function errorFromFailure(failure: unknown): ButlerError {
  if (failure instanceof ButlerError) return failure;
  // eslint-disable-next-line no-console
  console.error(failure);
  return new ButlerError(
    'Something in the Portal itself went wrong. Reload the page, then try again; if it stays so, tell the Portal’s operators.',
    0,
    { cause: failure },
  );
}
