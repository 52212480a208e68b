import type {
  FieldError,
  QuotaRefusal,
} from '@butler-portal/plugin-butler-common';

/** A refusal or failure of butler-backend, in words for people. */
export class ButlerError extends Error {
  readonly name = 'ButlerError';

  constructor(
    message: string,
    /** HTTP status; 0 when there is no answer of the backend: nobody knows whether it has done what was asked. */
    readonly status: number,
    /** The fields that were refused, if it was about fields. */
    readonly fields: FieldError[] = [],
    /** To quote when asking for help. */
    readonly requestId?: string,
    /** What there is too little of, if it was about room on a cluster. */
    readonly quota?: QuotaRefusal,
    /** What was thrown, if this puts it into words. */
    readonly cause?: unknown,
  ) {
    super(message);
  }
}
