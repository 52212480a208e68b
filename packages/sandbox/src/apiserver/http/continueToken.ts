import { decodeJson } from '../json/decodeJson';
import { ApiError } from '../status/apiError';
import { badRequest } from '../status/errors';
import { isObject } from '../types';

/** Where the next page of a list begins. */
export interface ContinueToken {
  /** The version that the pages show; undefined for one that goes on with the present state. */
  revision?: number;
  /** The storage key of the last object that was sent. */
  start: string;
}

const VERSION = 'meta.k8s.io/v1';
/** In place of the version, in a token that goes on without consistency. */
const INCONSISTENT = -1;

/** Writes a token as `k8s.io/apiserver/pkg/storage/continue.go` does. */
export function encodeToken({ revision, start }: ContinueToken): string {
  const token = { v: VERSION, rv: revision ?? INCONSISTENT, start };
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

function refuse(what: string): ApiError {
  return badRequest(
    `invalid continue token: continue key is not valid: ${what}`,
  );
}

/** Reads a token; what is none is a 400. */
export function decodeToken(text: string): ContinueToken {
  const illegal = text.search(/[^A-Za-z0-9_-]/);
  if (illegal >= 0 || text.length % 4 === 1) {
    const at = illegal >= 0 ? illegal : text.length - 1;
    throw refuse(`illegal base64 data at input byte ${at}`);
  }
  const bytes = Buffer.from(text, 'base64url');
  let token: unknown;
  try {
    token = decodeJson(bytes.toString('utf8')).value;
  } catch {
    try {
      // Once more byte by byte: Go names the byte that it cannot read.
      decodeJson(bytes.toString('latin1'));
    } catch (error) {
      throw refuse((error as Error).message);
    }
  }
  const { v, rv, start } = isObject(token) ? token : {};
  if (v !== VERSION) {
    throw refuse(
      `server does not recognize this encoded version ${
        typeof v === 'string' ? v : ''
      }`,
    );
  }
  if (typeof rv !== 'number' || rv === 0) {
    throw refuse(
      `incorrect encoded start resourceVersion (version ${VERSION})`,
    );
  }
  if (typeof start !== 'string' || !start) {
    throw refuse(`encoded start key empty (version ${VERSION})`);
  }
  return { start, ...(rv !== INCONSISTENT && { revision: rv }) };
}

/** The 410 for a token whose version is forgotten, with one that goes on from its place in the present state. */
export function expiredToken({ start }: ContinueToken): ApiError {
  return new ApiError(
    410,
    'Expired',
    'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.',
    undefined,
    { continue: encodeToken({ start }) },
  );
}
