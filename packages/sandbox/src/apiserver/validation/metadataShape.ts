import { badRequest } from '../status/errors';
import { goType } from '../status/goType';
import { isObject } from '../types';

const STRINGS = ['name', 'namespace', 'generateName', 'resourceVersion', 'uid'];
const NUMBERS = ['generation', 'deletionGracePeriodSeconds'];
const TIMES = ['creationTimestamp', 'deletionTimestamp'];
const MAPS = ['labels', 'annotations'];
/** The lists, and what Go calls the type of their elements. */
const LISTS: Record<string, string> = {
  finalizers: 'string',
  ownerReferences: 'v1.OwnerReference',
  managedFields: 'v1.ManagedFieldsEntry',
};

/** Go reads a null as nothing. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isWrongElement(value: unknown, type: string): boolean {
  if (!isGiven(value)) return false;
  return type === 'string' ? typeof value !== 'string' : !isObject(value);
}

/** The first value that does not fit its field, and what it should have fitted into. */
function findMisfit(
  metadata: Record<string, unknown>,
): { value: unknown; into: string } | undefined {
  const given = (fields: string[]) =>
    fields.filter(field => isGiven(metadata[field]));
  const misfit = (value: unknown, field: string, type: string) => ({
    value,
    into: `struct field ObjectMeta.${field} of type ${type}`,
  });
  for (const field of given(STRINGS)) {
    const value = metadata[field];
    if (typeof value !== 'string') return misfit(value, field, 'string');
  }
  for (const field of given(NUMBERS)) {
    const value = metadata[field];
    if (typeof value !== 'number') return misfit(value, field, 'int64');
  }
  for (const field of given(TIMES)) {
    const value = metadata[field];
    // `metav1.Time` decodes a text by itself, so its error does not name the field.
    if (typeof value !== 'string') {
      return { value, into: 'value of type string' };
    }
  }
  for (const field of given(MAPS)) {
    const map = metadata[field];
    if (!isObject(map)) return misfit(map, field, 'map[string]string');
    const wrong = Object.values(map).find(text =>
      isWrongElement(text, 'string'),
    );
    if (wrong !== undefined) return misfit(wrong, field, 'string');
  }
  for (const field of given(Object.keys(LISTS))) {
    const list = metadata[field];
    const type = LISTS[field];
    if (!Array.isArray(list)) return misfit(list, field, `[]${type}`);
    const wrong = list.find(element => isWrongElement(element, type));
    if (wrong !== undefined) return misfit(wrong, field, type);
  }
  return undefined;
}

/**
 * Refuses metadata of a wrong shape, as Go's JSON decoder does before anything is validated.
 *
 * @throws ApiError 400 in the decoder's words
 */
export function assertMetadataShape(
  kind: string,
  version: string,
  metadata: unknown,
): void {
  if (!isGiven(metadata)) return;
  const misfit = isObject(metadata)
    ? findMisfit(metadata)
    : { value: metadata, into: 'value of type v1.ObjectMeta' };
  if (misfit) {
    throw badRequest(
      `${kind} in version "${version}" cannot be handled as a ${kind}: json: cannot unmarshal ${goType(
        misfit.value,
      )} into Go ${misfit.into}`,
    );
  }
}
