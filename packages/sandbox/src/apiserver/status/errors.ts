import { ApiError, StatusBody, StatusDetails } from './apiError';

/** The part of a resource definition that messages need. */
export interface NamedResource {
  group: string;
  plural: string;
}

const REASONS: Record<number, string> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  406: 'NotAcceptable',
  409: 'Conflict',
  410: 'Expired',
  413: 'RequestEntityTooLarge',
  415: 'UnsupportedMediaType',
  422: 'Invalid',
  429: 'TooManyRequests',
  500: 'InternalError',
  503: 'ServiceUnavailable',
  504: 'Timeout',
};

/** `workspaces.butler.butlerlabs.dev`, or `secrets` for the core group. */
export function qualified({ group, plural }: NamedResource): string {
  return group ? `${plural}.${group}` : plural;
}

function detailsOf(resource: NamedResource, name?: string): StatusDetails {
  return {
    ...(name && { name }),
    ...(resource.group && { group: resource.group }),
    kind: resource.plural,
  };
}

/** The reason that Kubernetes gives with an HTTP status. */
export function reasonFor(code: number): string | undefined {
  return REASONS[code];
}

/** 400 (`errors.NewBadRequest`). */
export function badRequest(message: string): ApiError {
  return new ApiError(400, 'BadRequest', message);
}

/** 404 of an object (`errors.NewNotFound`). */
export function notFound(resource: NamedResource, name: string): ApiError {
  return new ApiError(
    404,
    'NotFound',
    `${qualified(resource)} "${name}" not found`,
    detailsOf(resource, name),
  );
}

/** 409 of a create whose name is taken (`errors.NewAlreadyExists`). */
export function alreadyExists(
  resource: NamedResource,
  name: string,
  beingDeleted: boolean,
): ApiError {
  const prefix = beingDeleted ? 'object is being deleted: ' : '';
  return new ApiError(
    409,
    'AlreadyExists',
    `${prefix}${qualified(resource)} "${name}" already exists`,
    detailsOf(resource, name),
  );
}

/** 409 of a write on what has changed since it was read (`errors.NewConflict`). */
export function conflict(
  resource: NamedResource,
  name: string,
  why = 'the object has been modified; please apply your changes to the latest version and try again',
): ApiError {
  return new ApiError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(resource)} "${name}": ${why}`,
    detailsOf(resource, name),
  );
}

/** 405 of a verb that the resource does not have (`errors.NewMethodNotSupported`). */
export function methodNotAllowed(
  resource: NamedResource,
  verb: string,
): ApiError {
  return new ApiError(
    405,
    'MethodNotAllowed',
    `${verb} is not supported on resources of kind "${qualified(resource)}"`,
    detailsOf(resource),
  );
}

/** 415 of a body; names what would be taken (`negotiation.NewUnsupportedMediaTypeError`). */
export function unsupportedMediaType(accepted: string[]): ApiError {
  return new ApiError(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${accepted.join(
      ', ',
    )}`,
  );
}

/** 410 of a version that is too old to go on from (`errors.NewResourceExpired`). */
export function expired(message: string): ApiError {
  return new ApiError(410, 'Expired', message);
}

/** A failure of the given HTTP status that somebody asked for in a test. */
export function injected(
  code: number,
  retryAfter?: number,
  message = `the sandbox was told to answer this request with ${code}`,
): ApiError {
  return new ApiError(
    code,
    reasonFor(code),
    message,
    retryAfter === undefined ? undefined : { retryAfterSeconds: retryAfter },
  );
}

/** What a delete answers when the object is gone at once. */
export function deleted(
  resource: NamedResource,
  name: string,
  uid?: string,
): StatusBody {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: { ...detailsOf(resource, name), ...(uid && { uid }) },
  };
}
