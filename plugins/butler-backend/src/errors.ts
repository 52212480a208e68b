import {
  ConflictError,
  CustomErrorBase,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type {
  FieldError,
  QuotaRefusal,
} from '@butler-portal/plugin-butler-common';

/** 400 that says which fields. Backstage's error body carries own properties, so `error.fields` is there. */
export class FieldsError extends InputError {
  constructor(message: string, readonly fields: FieldError[]) {
    super(message);
  }
}

/** 409 that says, as a refusal of a field does, that the name is the one to change. */
export class NameTakenError extends ConflictError {
  readonly fields: FieldError[];

  constructor() {
    const message = 'The name is taken. Choose another one.';
    super(message);
    this.fields = [{ path: 'name', message }];
  }
}

/** 503 with `Retry-After`. */
export class TryAgainLaterError extends ServiceUnavailableError {
  constructor(message: string, readonly retryAfterSeconds: number) {
    super(message);
  }
}

/** 413. */
export class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
  readonly statusCode = 413;
}

/** 415: a body that is no JSON. */
export class UnsupportedMediaTypeError extends CustomErrorBase {
  name = 'UnsupportedMediaTypeError' as const;
  readonly statusCode = 415;
}

/** 429 with `Retry-After`. */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  readonly statusCode = 429;

  constructor(message: string, readonly retryAfterSeconds: number) {
    super(message);
  }
}

/** 409 that says, as `error.quota`, what there is too little of. */
export class QuotaError extends ConflictError {
  constructor(message: string, readonly quota: QuotaRefusal) {
    super(message);
  }
}

/** Refuses the configuration; the message names the setting that is wrong, and what would be right. */
export function wrongConfig(message: string): never {
  throw new InputError(`Configuration: ${message}`);
}
