import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  FieldsError,
  NameTakenError,
  TooManyRequestsError,
  TryAgainLaterError,
} from '../errors';
import {
  isQuotaRace,
  KubernetesApiError,
  TooBusyError,
  UnreachableError,
} from './errors';

const DEFAULT_RETRY_SECONDS = 5;
const BUSY_RETRY_SECONDS = 2;

// A 403 is not only RBAC's: admission webhooks and the ResourceQuota admission plugin, which any cluster may have, say no so, too.
// Their reason is meant for the person. k8s.io/apiserver, pkg/admission/plugin/webhook/errors/statuserror.go;
// k8s.io/apiserver, pkg/admission/plugin/resourcequota/controller.go
const RULES = [
  /^admission webhook "[^"]*" denied the request: ([^]+)/,
  /^(admission webhook "[^"]*" denied the request without explanation)/,
  /^\S+ "[^"]*" is forbidden: (exceeded quota: [^]+)/,
];

/** What a rule of the cluster, other than RBAC, says that it refuses. */
function ruleOf(message: string): string | undefined {
  const [found] = RULES.flatMap(pattern => pattern.exec(message) ?? []).slice(
    1,
  );
  return found;
}

function translateStatus(error: KubernetesApiError): Error {
  switch (error.status) {
    case 400:
      return new InputError('Kubernetes did not accept the request.');
    case 401:
      return new TryAgainLaterError(
        'The management cluster does not accept the credentials of the Portal. Ask whoever runs the Portal to check butler.managementCluster.',
        DEFAULT_RETRY_SECONDS,
      );
    case 403: {
      const rule = ruleOf(error.message);
      if (rule) {
        return new FieldsError(
          'A rule of the management cluster refuses this.',
          [{ path: '', message: rule }],
        );
      }
      return new NotAllowedError(
        'Kubernetes refused this for you, although Butler’s roles allow it. Ask a platform admin to check the role bindings of your team and of the Portal’s service account.',
      );
    }
    case 404:
      return new NotFoundError('This is no longer there.');
    case 409:
      if (isQuotaRace(error)) {
        // No 503: that would leave open whether it was done.
        return new TooManyRequestsError(
          'Too many objects are being created in this namespace at once. Nothing was done; try again in a moment.',
          BUSY_RETRY_SECONDS,
        );
      }
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
 * behind, but for the fields of a 422 and the reason of a rule. Other errors pass as they are.
 */
export function translateKubernetesError(error: unknown): unknown {
  if (error instanceof KubernetesApiError) return translateStatus(error);
  if (error instanceof UnreachableError) {
    return new TryAgainLaterError(
      'The management cluster cannot be reached. Try again in a moment.',
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
