import { badRequest } from '../status/errors';
import { goType } from '../status/goType';
import { isObject } from '../types';

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
