import type { FieldError } from '@butler-portal/plugin-butler-common';

// metav1.Status, as much of it as is read.
// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/
interface StatusBody {
  kind?: unknown;
  reason?: unknown;
  message?: unknown;
  details?: { causes?: unknown; retryAfterSeconds?: unknown };
}

/** The API server has answered, and said no. */
export class KubernetesApiError extends Error {
  readonly name = 'KubernetesApiError';

  constructor(
    /** HTTP status. */
    readonly status: number,
    /** Kubernetes' word, such as `AlreadyExists`. */
    readonly reason: string,
    message: string,
    /** From the causes of a 422. */
    readonly fields: FieldError[] = [],
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }

  /** For logs: Kubernetes quotes in a 400 and a 422 what somebody has typed, so only the fields are named. */
  toString(): string {
    if (![400, 422].includes(this.status)) return super.toString();
    const paths = this.fields.map(({ path }) => path).join(', ');
    return `${this.name}: ${this.status} ${this.reason}${
      paths && `: ${paths}`
    }`;
  }
}

const QUOTA_RACE = /^Operation cannot be fulfilled on resourcequotas /;

/**
 * Whether a create was refused only because another one was booked into the same ResourceQuota at that
 * moment. Nothing was done, and there is nothing that the person could change.
 * https://github.com/kubernetes/kubernetes/issues/67761
 */
export function isQuotaRace(error: KubernetesApiError): boolean {
  return error.status === 409 && QUOTA_RACE.test(error.message);
}

/** The API server could not be reached, or did not answer in time. */
export class UnreachableError extends Error {
  readonly name = 'UnreachableError';

  constructor(
    message: string,
    options?: ErrorOptions,
    /** Whether a connection was there and broke: the request may have been done. */
    readonly cut: boolean = false,
  ) {
    super(message, options);
  }
}

/** So many requests to the API server are under way that there is no place for another. */
export class TooBusyError extends Error {
  readonly name = 'TooBusyError';

  constructor() {
    super('Too many requests to the API server are under way');
  }
}

const MAX_TEXT = 300;

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, MAX_TEXT) : '';
}

function positive(value: unknown): number | undefined {
  const seconds = Number(value);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}

function toFields(causes: unknown): FieldError[] {
  if (!Array.isArray(causes)) return [];
  return causes.map((cause: { field?: unknown; message?: unknown } | null) => ({
    path: text(cause?.field),
    message: text(cause?.message) || 'Not accepted.',
  }));
}

/** Reads what the API server answered with a failure; the body may be anything. */
export function toApiError(
  status: number,
  body: unknown,
  retryAfterHeader?: string,
): KubernetesApiError {
  const parsed: StatusBody = body && typeof body === 'object' ? body : {};
  const reason = text(parsed.reason) || 'Unknown';
  return new KubernetesApiError(
    status,
    reason,
    text(parsed.message) || `Kubernetes answered ${status} ${reason}`,
    toFields(parsed.details?.causes),
    positive(retryAfterHeader ?? parsed.details?.retryAfterSeconds),
  );
}
