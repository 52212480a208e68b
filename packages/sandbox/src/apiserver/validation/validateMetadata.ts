import { FieldError, invalid, required, tooLong } from '../status/fieldErrors';
import { ObjectMeta, OwnerReference } from '../types';
import { forbidNewFinalizers, validateFinalizers } from './finalizers';
import {
  labelProblem,
  labelValueProblem,
  pathSegmentProblem,
  qualifiedNameProblem,
  subdomainProblem,
} from './names';

const MAX_ANNOTATION_BYTES = 256 * 1024;

/** The rule that the names of a resource follow. */
export type NameRule = 'label' | 'subdomain' | 'pathSegment';

const NAME_PROBLEMS: Record<NameRule, (name: string) => string | undefined> = {
  label: labelProblem,
  subdomain: subdomainProblem,
  pathSegment: pathSegmentProblem,
};

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
  return [
    ...validateName(metadata, rule),
    ...validateLabels(metadata.labels ?? {}),
    ...validateAnnotations(metadata.annotations ?? {}),
    ...validateFinalizers(metadata.finalizers ?? []),
    ...validateOwners(metadata.ownerReferences ?? []),
  ];
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
    errors.push(
      ...forbidNewFinalizers(next.finalizers ?? [], previous.finalizers ?? []),
    );
  }
  return errors;
}
