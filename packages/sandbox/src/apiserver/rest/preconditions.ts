import { ResourceDefinition } from '../registry/resourceDefinition';
import { ApiError } from '../status/apiError';
import { conflict } from '../status/errors';
import { invalid, invalidObject } from '../status/fieldErrors';
import { KubeObject } from '../types';
import { DeleteOptions, UpdateOptions } from './options';

/** Where etcd would hold the object. */
function storagePath(
  { group, plural }: ResourceDefinition,
  { metadata: { namespace, name } }: KubeObject,
): string {
  return [group, plural, namespace, name].filter(Boolean).join('/');
}

/** Refuses an update that was made from another version, or of another object of this name. */
export function assertCurrent(
  definition: ResourceDefinition,
  given: KubeObject,
  current: KubeObject,
  options: UpdateOptions,
): void {
  const { name, resourceVersion, uid } = given.metadata;
  if (!options.isPatch && uid && uid !== current.metadata.uid) {
    throw conflict(
      definition,
      name,
      `StorageError: invalid object, Code: 4, Key: /registry/${storagePath(
        definition,
        current,
      )}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${uid}, UID in object meta: ${
        current.metadata.uid
      }`,
    );
  }
  if (!resourceVersion || resourceVersion === '0') {
    if (definition.builtIn || options.isPatch) return;
    throw invalidObject(
      { group: definition.group, kind: definition.plural },
      name,
      [
        invalid(
          'metadata.resourceVersion',
          0,
          'must be specified for an update',
        ),
      ],
    );
  }
  if (!/^\d+$/.test(resourceVersion)) {
    // A client's mistake, but kube-apiserver answers 500 without a reason.
    throw new ApiError(
      500,
      undefined,
      `strconv.ParseUint: parsing ${JSON.stringify(
        resourceVersion,
      )}: invalid syntax`,
    );
  }
  if (resourceVersion !== current.metadata.resourceVersion) {
    throw conflict(definition, name);
  }
}

/** Refuses to delete an object that is not the one, or not in the state, that the client means. */
export function assertPreconditions(
  definition: ResourceDefinition,
  { metadata }: KubeObject,
  { preconditions }: DeleteOptions,
): void {
  const named = { group: definition.group, plural: definition.kind };
  if (preconditions?.uid && preconditions.uid !== metadata.uid) {
    throw conflict(
      named,
      metadata.name,
      `the UID in the precondition (${preconditions.uid}) does not match the UID in record (${metadata.uid}). The object might have been deleted and then recreated`,
    );
  }
  const version = preconditions?.resourceVersion;
  if (version && version !== metadata.resourceVersion) {
    throw conflict(
      named,
      metadata.name,
      `the ResourceVersion in the precondition (${version}) does not match the ResourceVersion in record (${metadata.resourceVersion}). The object might have been modified`,
    );
  }
}
