import { badRequest } from '../status/errors';
import {
  FieldError,
  forbidden,
  invalid,
  required,
  tooLong,
} from '../status/fieldErrors';
import { isObject, ObjectMeta } from '../types';
import {
  labelProblem,
  labelValueProblem,
  qualifiedNameProblem,
  subdomainProblem,
} from './names';

const MAX_ANNOTATION_BYTES = 256 * 1024;

/** The rule that the names of a resource follow. */
export type NameRule = 'label' | 'subdomain';

function goType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

/** Refuses metadata of a wrong shape, as Go's JSON decoder does before anything is validated. */
export function assertMetadataShape(
  kind: string,
  version: string,
  metadata: unknown,
): void {
  const refuse = (what: string) =>
    badRequest(
      `${kind} in version "${version}" cannot be handled as a ${kind}: json: cannot unmarshal ${what}`,
    );
  if (metadata === undefined || metadata === null) return;
  if (!isObject(metadata)) {
    throw refuse(`${goType(metadata)} into Go value of type v1.ObjectMeta`);
  }
  for (const field of [
    'name',
    'namespace',
    'generateName',
    'resourceVersion',
    'uid',
  ]) {
    const value = metadata[field];
    if (value !== undefined && value !== null && typeof value !== 'string') {
      throw refuse(
        `${goType(
          value,
        )} into Go struct field ObjectMeta.${field} of type string`,
      );
    }
  }
  for (const field of ['labels', 'annotations']) {
    const map = metadata[field];
    if (map === undefined || map === null) continue;
    if (!isObject(map)) {
      throw refuse(
        `${goType(
          map,
        )} into Go struct field ObjectMeta.${field} of type map[string]string`,
      );
    }
    for (const value of Object.values(map)) {
      if (typeof value !== 'string') {
        throw refuse(
          `${goType(
            value,
          )} into Go struct field ObjectMeta.${field} of type string`,
        );
      }
    }
  }
  const { finalizers } = metadata;
  if (
    finalizers !== undefined &&
    finalizers !== null &&
    !Array.isArray(finalizers)
  ) {
    throw refuse(
      `${goType(
        finalizers,
      )} into Go struct field ObjectMeta.finalizers of type []string`,
    );
  }
}

function validateName(metadata: ObjectMeta, rule: NameRule): FieldError[] {
  if (!metadata.name) {
    return [required('metadata.name', 'name or generateName is required')];
  }
  const problem =
    rule === 'label'
      ? labelProblem(metadata.name)
      : subdomainProblem(metadata.name);
  return problem ? [invalid('metadata.name', metadata.name, problem)] : [];
}

function validateAnnotations(
  annotations: Record<string, string>,
): FieldError[] {
  const errors: FieldError[] = [];
  let bytes = 0;
  for (const [key, value] of Object.entries(annotations)) {
    const problem = qualifiedNameProblem(key.toLowerCase());
    if (problem) errors.push(invalid('metadata.annotations', key, problem));
    bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
  }
  if (bytes > MAX_ANNOTATION_BYTES) {
    errors.push(tooLong('metadata.annotations', MAX_ANNOTATION_BYTES));
  }
  return errors;
}

function validateLabels(labels: Record<string, string>): FieldError[] {
  const errors: FieldError[] = [];
  for (const [key, value] of Object.entries(labels)) {
    const keyProblem = qualifiedNameProblem(key);
    if (keyProblem) errors.push(invalid('metadata.labels', key, keyProblem));
    const valueProblem = labelValueProblem(value);
    if (valueProblem) {
      errors.push(invalid('metadata.labels', value, valueProblem));
    }
  }
  return errors;
}

/** Checks the metadata of an object that is about to be written. */
export function validateMetadata(
  metadata: ObjectMeta,
  rule: NameRule,
): FieldError[] {
  const errors = [
    ...validateName(metadata, rule),
    ...validateLabels(metadata.labels ?? {}),
    ...validateAnnotations(metadata.annotations ?? {}),
  ];
  for (const finalizer of metadata.finalizers ?? []) {
    const problem = qualifiedNameProblem(finalizer);
    if (problem) {
      errors.push(invalid('metadata.finalizers', finalizer, problem));
    }
  }
  for (const owner of metadata.ownerReferences ?? []) {
    if (!owner.uid) {
      errors.push(
        invalid('metadata.ownerReferences.uid', '', 'must not be empty'),
      );
    }
  }
  return errors;
}

/** Checks what may not change when an object is updated. */
export function validateMetadataUpdate(
  next: ObjectMeta,
  previous: ObjectMeta,
): FieldError[] {
  const errors: FieldError[] = [];
  if (next.uid !== previous.uid) {
    errors.push(invalid('metadata.uid', next.uid ?? '', 'field is immutable'));
  }
  if (next.deletionTimestamp !== previous.deletionTimestamp) {
    errors.push(
      invalid(
        'metadata.deletionTimestamp',
        next.deletionTimestamp ?? null,
        'field is immutable',
      ),
    );
  }
  if (previous.deletionTimestamp) {
    const added = (next.finalizers ?? []).filter(
      finalizer => !previous.finalizers?.includes(finalizer),
    );
    if (added.length > 0) {
      errors.push(
        forbidden(
          'metadata.finalizers',
          `no new finalizers can be added if the object is being deleted, found new finalizers []string{${added
            .map(finalizer => JSON.stringify(finalizer))
            .join(', ')}}`,
        ),
      );
    }
  }
  return errors;
}
