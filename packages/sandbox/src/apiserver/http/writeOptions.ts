import { invalidObject, notSupported } from '../status/fieldErrors';
import { WriteOptions } from '../rest/options';

function isFieldValidation(
  value: string,
): value is 'Ignore' | 'Warn' | 'Strict' {
  return value === 'Ignore' || value === 'Warn' || value === 'Strict';
}

/** Reads `dryRun`, `fieldValidation` of a write. */
export function parseWriteOptions(
  query: URLSearchParams,
  kind: 'CreateOptions' | 'UpdateOptions' | 'PatchOptions' | 'DeleteOptions',
): WriteOptions {
  const refuse = { group: 'meta.k8s.io', kind };
  const dryRun = query.getAll('dryRun').filter(Boolean);
  if (dryRun.some(value => value !== 'All')) {
    throw invalidObject(refuse, '', [notSupported('dryRun', dryRun, ['All'])]);
  }
  const fieldValidation = query.get('fieldValidation') || 'Warn';
  if (!isFieldValidation(fieldValidation)) {
    throw invalidObject(refuse, '', [
      notSupported('fieldValidation', fieldValidation, [
        '',
        'Ignore',
        'Strict',
        'Warn',
      ]),
    ]);
  }
  return { dryRun: dryRun.length > 0, fieldValidation };
}
