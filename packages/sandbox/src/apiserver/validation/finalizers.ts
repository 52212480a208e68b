import { FieldError, forbidden, invalid } from '../status/fieldErrors';
import { qualifiedNameProblem } from './names';

const STANDARD_FINALIZERS = new Set([
  'foregroundDeletion',
  'kubernetes',
  'orphan',
]);

/** Checks the finalizers of an object that is about to be written (`ValidateFinalizers`). */
export function validateFinalizers(finalizers: string[]): FieldError[] {
  const path = 'metadata.finalizers';
  const errors: FieldError[] = [];
  for (const finalizer of finalizers) {
    const problem = qualifiedNameProblem(finalizer);
    if (problem) errors.push(invalid(path, finalizer, problem));
  }
  if (
    finalizers.includes('orphan') &&
    finalizers.includes('foregroundDeletion')
  ) {
    errors.push(
      invalid(
        path,
        finalizers,
        'finalizer orphan and foregroundDeletion cannot be both set',
      ),
    );
  }
  return errors;
}

/** What is against new finalizers on an object that is being deleted (`ValidateNoNewFinalizers`). */
export function forbidNewFinalizers(
  next: string[],
  previous: string[],
): FieldError[] {
  const added = next.filter(finalizer => !previous.includes(finalizer));
  if (added.length === 0) return [];
  const written = added.map(finalizer => JSON.stringify(finalizer)).join(', ');
  return [
    forbidden(
      'metadata.finalizers',
      `no new finalizers can be added if the object is being deleted, found new finalizers []string{${written}}`,
    ),
  ];
}

/** Kubernetes' advice about finalizers that others may use as well. Empty when there is nothing to advise. */
export function finalizerWarnings(
  finalizers: string[] = [],
  previous: string[] = [],
): string[] {
  return finalizers
    .filter(
      name =>
        !previous.includes(name) &&
        !name.includes('/') &&
        !STANDARD_FINALIZERS.has(name),
    )
    .sort()
    .map(
      name =>
        `metadata.finalizers: ${JSON.stringify(
          name,
        )}: prefer a domain-qualified finalizer name to avoid accidental conflicts with other finalizer writers`,
    );
}
