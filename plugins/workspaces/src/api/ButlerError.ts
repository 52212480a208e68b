import type {
  FieldError,
  QuotaRefusal,
} from '@butler-portal/plugin-butler-common';
import type { errorMessages } from './messages';

/** What there is to say of a refusal or failure besides its message. */
export interface ButlerErrorDetails {
  /** The fields that were refused, if it was about fields. */
  fields?: FieldError[];
  /** To quote when asking for help. */
  requestId?: string;
  /** What there is too little of, if it was about room on a cluster. */
  quota?: QuotaRefusal;
  /** Why there is no answer, if it is not the backend that says this. */
  reason?: keyof typeof errorMessages;
  /** What was thrown, if this puts it into words. */
  cause?: unknown;
}

/** A refusal or failure of butler-backend, in English; `useErrorText` says it in the person’s language. */
export class ButlerError extends Error {
  readonly name = 'ButlerError';
  readonly fields: FieldError[];
  readonly requestId?: string;
  readonly quota?: QuotaRefusal;
  readonly reason?: keyof typeof errorMessages;
  readonly cause?: unknown;

  constructor(
    message: string,
    /** HTTP status; 0 when there is no answer of the backend: nobody knows whether it has done what was asked. */
    readonly status: number,
    { fields = [], requestId, quota, reason, cause }: ButlerErrorDetails = {},
  ) {
    super(message);
    this.fields = fields;
    this.requestId = requestId;
    this.quota = quota;
    this.reason = reason;
    this.cause = cause;
  }

  /** No answer, or a failure on the way to it: what was asked may have been done all the same. */
  get leavesOpen(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}
