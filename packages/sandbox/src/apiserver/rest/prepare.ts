import { isDeepStrictEqual } from 'node:util';
import { ResourceDefinition } from '../registry/resourceDefinition';
import { badRequest } from '../status/errors';
import { KubeObject, ObjectMeta } from '../types';
import { generateName, metadataForCreate, metadataForUpdate } from './metadata';
import { CreateOptions, UpdateOptions } from './options';

function withoutMetaAndStatus(object: KubeObject, hasStatus: boolean): object {
  const { metadata: _metadata, status, ...content } = object;
  return hasStatus ? content : { ...content, status };
}

/** A decoded object as it is going to be created: with what only the server says, without what a client may not say. */
export function prepareForCreate(
  decoded: KubeObject,
  definition: ResourceDefinition,
  namespace: string | undefined,
  options: CreateOptions & { now: Date },
): KubeObject {
  const given = decoded.metadata;
  if (given.resourceVersion && !options.asGiven) {
    throw badRequest(
      'resourceVersion should not be set on objects to be created',
    );
  }
  const name =
    given.name || (given.generateName ? generateName(given.generateName) : '');
  const fresh = metadataForCreate(
    { ...given, name, ...(definition.namespaced && { namespace }) },
    options.now,
    definition.builtIn ? undefined : 1,
  );
  const metadata = options.asGiven
    ? {
        ...fresh,
        uid: given.uid ?? fresh.uid,
        creationTimestamp: given.creationTimestamp ?? fresh.creationTimestamp,
        generation: given.generation ?? fresh.generation,
      }
    : fresh;
  const object: KubeObject = { ...decoded, metadata };
  if (!definition.namespaced) {
    delete object.metadata.namespace;
  }
  if (definition.hasStatus && !options.asGiven) {
    delete object.status;
  }
  return definition.prepare ? definition.prepare(object) : object;
}

function withoutUndefined(metadata: ObjectMeta): ObjectMeta {
  return Object.fromEntries(
    Object.entries(metadata).filter(([, value]) => value !== undefined),
  ) as unknown as ObjectMeta;
}

/** A decoded object as it is going to replace the current one. */
export function prepareForUpdate(
  decoded: KubeObject,
  current: KubeObject,
  definition: ResourceDefinition,
  options: UpdateOptions,
): KubeObject {
  if (options.subresource === 'status') {
    const { managedFields } = decoded.metadata;
    return {
      ...current,
      metadata: withoutUndefined({ ...current.metadata, managedFields }),
      ...(decoded.status === undefined
        ? { status: undefined }
        : { status: decoded.status }),
    };
  }
  const metadata = metadataForUpdate(
    {
      ...decoded.metadata,
      ...(definition.namespaced && { namespace: current.metadata.namespace }),
    },
    current,
  );
  const draft: KubeObject = { ...decoded, metadata };
  if (definition.hasStatus) {
    delete draft.status;
    if (current.status !== undefined) draft.status = current.status;
  }
  const next = definition.prepare ? definition.prepare(draft, current) : draft;
  const changed = !isDeepStrictEqual(
    withoutMetaAndStatus(next, definition.hasStatus),
    withoutMetaAndStatus(current, definition.hasStatus),
  );
  const generation =
    changed && metadata.generation !== undefined
      ? metadata.generation + 1
      : metadata.generation;
  return {
    ...next,
    metadata: withoutUndefined({ ...next.metadata, generation }),
  };
}
