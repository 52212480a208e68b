import {
  FieldError,
  forbidden,
  invalid,
  invalidObject,
  notSupported,
  required,
  tooLong,
} from '../status/fieldErrors';
import { WriteOptions } from '../rest/options';
import { isTrue } from './query';

const MAX_MANAGER_LENGTH = 128;

/** The options of a write, as the query has them. */
export interface QueriedOptions extends WriteOptions {
  /** Undefined where the query does not say. */
  force?: boolean;
}

function isFieldValidation(
  value: string,
): value is 'Ignore' | 'Warn' | 'Strict' {
  return value === 'Ignore' || value === 'Warn' || value === 'Strict';
}

function managerErrors(name: string): FieldError[] {
  if (name.length > MAX_MANAGER_LENGTH) {
    return [tooLong('fieldManager', MAX_MANAGER_LENGTH)];
  }
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  return /[\u0000-\u001f\u007f-\u009f]/.test(name)
    ? [
        invalid(
          'fieldManager',
          name,
          'should only contain printable characters',
        ),
      ]
    : [];
}

/**
 * Reads `dryRun`, `fieldValidation`, `fieldManager` and `force` of a write.
 *
 * @param kind - the kind of the options; apply patches have rules of their own
 */
export function parseWriteOptions(
  query: URLSearchParams,
  kind: 'CreateOptions' | 'UpdateOptions' | 'PatchOptions' | 'DeleteOptions',
  isApply = false,
): QueriedOptions {
  const errors: FieldError[] = [];
  const dryRun = query.getAll('dryRun').filter(Boolean);
  const fieldManager = query.get('fieldManager') || undefined;
  const force = query.has('force') ? isTrue(query.get('force')) : undefined;
  const fieldValidation = query.get('fieldValidation') || 'Warn';
  if (kind === 'PatchOptions') {
    if (isApply && !fieldManager) {
      errors.push(required('fieldManager', 'is required for apply patch'));
    } else if (!isApply && force !== undefined) {
      errors.push(
        forbidden('force', 'may not be specified for non-apply patch'),
      );
    }
  }
  errors.push(...managerErrors(fieldManager ?? ''));
  if (dryRun.some(value => value !== 'All')) {
    errors.push(notSupported('dryRun', dryRun, ['All']));
  }
  if (!isFieldValidation(fieldValidation)) {
    errors.push(
      notSupported('fieldValidation', fieldValidation, [
        '',
        'Ignore',
        'Strict',
        'Warn',
      ]),
    );
  }
  if (errors.length > 0) {
    throw invalidObject({ group: 'meta.k8s.io', kind }, '', errors);
  }
  return {
    dryRun: dryRun.length > 0,
    fieldValidation: isFieldValidation(fieldValidation)
      ? fieldValidation
      : 'Warn',
    fieldManager,
    force,
  };
}
