import { badRequest } from '../status/errors';
import {
  FieldError,
  forbidden,
  invalid,
  required,
  tooLong,
} from '../status/fieldErrors';
import { isObject, ObjectMeta, OwnerReference } from '../types';
import {
  labelProblem,
  labelValueProblem,
  pathSegmentProblem,
  qualifiedNameProblem,
  subdomainProblem,
} from './names';

const STANDARD_FINALIZERS = new Set([
  'foregroundDeletion',
  'kubernetes',
  'orphan',
]);
const MAX_ANNOTATION_BYTES = 256 * 1024;

/** The rule that the names of a resource follow. */
export type NameRule = 'label' | 'subdomain' | 'pathSegment';

const NAME_PROBLEMS: Record<NameRule, (name: string) => string | undefined> = {
  label: labelProblem,
  subdomain: subdomainProblem,
  pathSegment: pathSegmentProblem,
};

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
  const problem = NAME_PROBLEMS[rule](metadata.name);
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

function validateOwners(owners: OwnerReference[]): FieldError[] {
  const path = 'metadata.ownerReferences';
  const errors = owners.flatMap(owner => [
    ...(owner.apiVersion
      ? []
      : [invalid(`${path}.apiVersion`, '', 'version must not be empty')]),
    ...(['kind', 'name', 'uid'] as const)
      .filter(field => !owner[field])
      .map(field => invalid(`${path}.${field}`, '', 'must not be empty')),
  ]);
  const [first, second] = owners.filter(owner => owner.controller === true);
  if (second) {
    // The fields in the order of Go's struct.
    const written = owners.map(owner => ({
      apiVersion: owner.apiVersion ?? '',
      kind: owner.kind ?? '',
      name: owner.name ?? '',
      uid: owner.uid ?? '',
      controller: owner.controller,
      blockOwnerDeletion: owner.blockOwnerDeletion,
    }));
    errors.push(
      invalid(
        path,
        written,
        `Only one reference can have Controller set to true. Found "true" in references for ${first.kind}/${first.name} and ${second.kind}/${second.name}`,
      ),
    );
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
  const { finalizers = [] } = metadata;
  if (
    finalizers.includes('orphan') &&
    finalizers.includes('foregroundDeletion')
  ) {
    errors.push(
      invalid(
        'metadata.finalizers',
        finalizers,
        'finalizer orphan and foregroundDeletion cannot be both set',
      ),
    );
  }
  return [...errors, ...validateOwners(metadata.ownerReferences ?? [])];
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

/**
 * Checks the metadata of an object that is about to replace another. Each finding comes twice: kube-apiserver asks the
 * strategy of the resource and the generic one, and both check the metadata (`rest.BeforeUpdate`).
 */
export function validateMetadataUpdate(
  next: ObjectMeta,
  previous: ObjectMeta,
  rule: NameRule,
): FieldError[] {
  const errors = [
    ...validateMetadata(next, rule),
    ...validateChanges(next, previous),
  ];
  return [...errors, ...errors];
}

function validateChanges(next: ObjectMeta, previous: ObjectMeta): FieldError[] {
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
