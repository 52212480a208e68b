import { InputError, NotFoundError } from '@backstage/errors';
import express from 'express';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { PayloadTooLargeError, UnsupportedMediaTypeError } from '../errors';

const MAX_BODY = '1mb';
const JSON_TYPES = ['application/json', 'application/merge-patch+json'];

/**
 * A segment that is empty is a name that is empty: Express would merge or skip it and look for
 * another route.
 */
export const refuseEmptySegments: RequestHandler = (request, _, next) => {
  const segments = request.path.split('/').slice(1);
  if (segments.length > 1 || segments[0] !== '') {
    if (segments.includes('')) {
      throw new InputError('A name in the path is empty.');
    }
  }
  next();
};

/**
 * Refuses a body that is no JSON: a form or plain text is what a foreign page can send without
 * asking (https://fetch.spec.whatwg.org/#cors-safelisted-request-header).
 */
export const refuseOtherBodies: RequestHandler = (request, _, next) => {
  // Where there is neither body nor type there is nothing to refuse; `is` answers null without a body.
  const { 'content-type': type, 'content-length': length } = request.headers;
  if (type && length !== '0' && request.is(JSON_TYPES) === false) {
    throw new UnsupportedMediaTypeError(
      'The body must be JSON. Send it with Content-Type: application/json.',
    );
  }
  next();
};

/** Reads a JSON body of up to 1 MiB. */
export const readBody: RequestHandler = express.json({
  limit: MAX_BODY,
  type: JSON_TYPES,
});

/** body-parser's errors hold the body itself; only its reason goes on. */
export const explainBodyErrors: ErrorRequestHandler = (error, _, __, next) => {
  if (error?.type === 'entity.parse.failed') {
    next(new InputError('The body is no valid JSON.'));
  } else if (error?.type === 'entity.too.large') {
    next(
      new PayloadTooLargeError('The body is too large. Send 1 MiB at most.'),
    );
  } else {
    next(error);
  }
};

/** What no route has matched. */
export const noSuchRoute: RequestHandler = request => {
  // Such as `/teams/payments/workspaces/a/b`, meant for a workspace called `a/b`.
  if (request.path.startsWith('/teams/')) {
    throw new InputError(
      'There is nothing at this path. The name of a team or an object holds lower-case letters, digits and dashes only.',
    );
  }
  throw new NotFoundError('There is nothing at this path.');
};
