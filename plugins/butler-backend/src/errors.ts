import { InputError, ServiceUnavailableError } from '@backstage/errors';
import type { FieldError } from '@butler-portal/plugin-butler-common';

/** 400 that says which fields. Backstage's error body carries own properties, so `error.fields` is there. */
export class FieldsError extends InputError {
  constructor(message: string, readonly fields: FieldError[]) {
    super(message);
  }
}

/** 503 with `Retry-After`. */
export class TryAgainLaterError extends ServiceUnavailableError {
  constructor(message: string, readonly retryAfterSeconds: number) {
    super(message);
  }
}
