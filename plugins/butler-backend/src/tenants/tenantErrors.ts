import { TryAgainLaterError } from '../errors';
import {
  KubernetesApiError,
  TooBusyError,
  UnreachableError,
} from '../kubernetes/errors';

const RETRY_SECONDS = 30;

/** 503: the tenant cluster cannot do what is asked. */
export class TenantUnavailableError extends TryAgainLaterError {
  constructor(cluster: string) {
    super(
      `The cluster “${cluster}” of the workspace cannot be reached or does not do what is asked. Try again later; if this stays, ask a platform admin to look at it.`,
      RETRY_SECONDS,
    );
  }
}

/** Whether a new kubeconfig may mend what went wrong in a tenant cluster. */
export function mayBeOutdated(error: unknown): boolean {
  return (
    error instanceof UnreachableError ||
    (error instanceof KubernetesApiError && [401, 403].includes(error.status))
  );
}

/** Whether the tenant cluster is what failed; a 404 or 409 of it is an answer, and everything else is no word of Kubernetes. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof KubernetesApiError) {
    return ![404, 409].includes(error.status);
  }
  return error instanceof UnreachableError || error instanceof TooBusyError;
}
