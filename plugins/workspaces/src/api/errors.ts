import type { ErrorBody } from '@butler-portal/plugin-butler-common';
import { ButlerError } from './ButlerError';
import type { ButlerErrorDetails } from './ButlerError';
import { errorMessages } from './messages';

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

function withoutAnswer(
  reason: keyof typeof errorMessages,
  status: number,
  details: Pick<ButlerErrorDetails, 'requestId' | 'cause'>,
): ButlerError {
  const message = errorMessages[reason].replace('{{status}}', String(status));
  return new ButlerError(message, status, { ...details, reason });
}

function requestIdOf(response: Response): string | undefined {
  return response.headers.get(REQUEST_ID_HEADER) ?? undefined;
}

/** Reads Backstage's error body out of the text of a response that is not `ok`. */
export function errorFromResponse(
  response: Response,
  text: string,
): ButlerError {
  const { status } = response;
  const body = parse(text);
  const requestId = requestIdOf(response);
  if (!isErrorBody(body)) {
    return withoutAnswer('badStatus', status, { requestId });
  }
  if (status === 401)
    return withoutAnswer('sessionEnded', status, { requestId });
  const { message, fields, quota } = body.error;
  return new ButlerError(message, status, { fields, requestId, quota });
}

/** For a response that is `ok` and yet not the backend's: a proxy on the way shows its sign-in page. */
export function notThePortals(response: Response): ButlerError {
  const requestId = requestIdOf(response);
  return withoutAnswer('notThePortals', 0, { requestId });
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
  return withoutAnswer(timedOut ? 'timedOut' : 'unreachable', 0, {
    cause: failure,
  });
}

/**
 * Makes an error that can be shown of anything that was thrown. What is not the backend's is a fault of the
 * Portal itself: it goes to the browser's console, for those who can mend it.
 */
export function errorFromFailure(failure: unknown): ButlerError {
  if (failure instanceof ButlerError) return failure;
  // eslint-disable-next-line no-console
  console.error(failure);
  return withoutAnswer('ownFault', 0, { cause: failure });
}
