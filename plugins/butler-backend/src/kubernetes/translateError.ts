import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { FieldsError, NameTakenError, TryAgainLaterError } from '../errors';
import { KubernetesApiError, TooBusyError, UnreachableError } from './errors';

const DEFAULT_RETRY_SECONDS = 5;
const BUSY_RETRY_SECONDS = 2;

function translateStatus(error: KubernetesApiError): Error {
  switch (error.status) {
    case 400:
      return new InputError('Kubernetes did not accept the request.');
    case 401:
      return new TryAgainLaterError(
        'The management cluster does not accept the credentials of the Portal. Ask whoever runs the Portal to check butler.managementCluster.',
        DEFAULT_RETRY_SECONDS,
      );
    case 403:
      return new NotAllowedError(
        'Kubernetes refused this for you, although Butler’s roles allow it. Ask a platform admin to check the role bindings of your team and of the Portal’s service account.',
      );
    case 404:
      return new NotFoundError('This is no longer there.');
    case 409:
      return error.reason === 'AlreadyExists'
        ? new NameTakenError()
        : new ConflictError(
            'It was changed by somebody else at the same moment. Look at it again and repeat what you wanted.',
          );
    case 413:
      return new InputError('This is too large for Kubernetes.');
    case 422:
      return new FieldsError(
        'Kubernetes did not accept some of the fields.',
        error.fields,
      );
    default:
      return new TryAgainLaterError(
        error.status === 429
          ? 'The management cluster has too much to do. Try again in a moment.'
          : 'The management cluster cannot do this now. Try again in a moment.',
        error.retryAfterSeconds ?? DEFAULT_RETRY_SECONDS,
      );
  }
}

/**
 * Puts a failure of Kubernetes into the Portal's words. Everything that the API server said stays
 * behind, but for the fields of a 422. Other errors pass as they are.
 */
export function translateKubernetesError(error: unknown): unknown {
  if (error instanceof KubernetesApiError) return translateStatus(error);
  if (error instanceof UnreachableError) {
    return new TryAgainLaterError(
      'The management cluster cannot be reached. Nothing was lost; try again in a moment.',
      DEFAULT_RETRY_SECONDS,
    );
  }
  if (error instanceof TooBusyError) {
    return new TryAgainLaterError(
      'The management cluster has too much to do. Try again in a moment.',
      BUSY_RETRY_SECONDS,
    );
  }
  return error;
}
