import { randomBytes, randomUUID } from 'node:crypto';
import {
  cloneJson,
  isObject,
  JsonObject,
  JsonValue,
  KubeObject,
  ObjectMeta,
} from '../types';

/** The letters of generated names: no vowels and no look-alikes (`k8s.io/apimachinery/pkg/util/rand`). */
const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

const CLIENT_FIELDS = new Set([
  'name',
  'generateName',
  'namespace',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'labels',
  'annotations',
  'finalizers',
  'ownerReferences',
  'managedFields',
]);

/** Known to Kubernetes, but not kept any more. */
const IGNORED_FIELDS = new Set(['selfLink']);

/** A time as Kubernetes writes it: whole seconds, UTC. */
export function timestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** A name for an object that has only `generateName`. */
export function generateName(prefix: string): string {
  const suffix = [...randomBytes(5)]
    .map(byte => LETTERS[byte % LETTERS.length])
    .join('');
  return `${prefix.slice(0, 58)}${suffix}`;
}

/** Go reads a null among texts as an empty one. */
function withoutNulls(field: string, value: JsonValue): JsonValue {
  if (field !== 'labels' && field !== 'annotations') return value;
  return Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).map(([key, text]) => [
      key,
      text ?? '',
    ]),
  );
}

/** The metadata that a client sent, cut to what is kept. Unknown fields are reported by their path. */
export function readMetadata(body: JsonObject, unknown: string[]): ObjectMeta {
  const metadata: JsonObject = {};
  const given = isObject(body.metadata) ? body.metadata : {};
  for (const [field, value] of Object.entries(given)) {
    if (CLIENT_FIELDS.has(field)) {
      const empty = isObject(value)
        ? Object.keys(value).length === 0
        : Array.isArray(value) && value.length === 0;
      if (value !== null && value !== undefined && value !== '' && !empty) {
        metadata[field] = withoutNulls(field, cloneJson(value));
      }
    } else if (!IGNORED_FIELDS.has(field)) {
      unknown.push(`metadata.${field}`);
    }
  }
  return { name: '', ...metadata };
}

/** A new object without what a client may not say of it (`WipeObjectMetaSystemFields`). */
export function withoutSystemFields(object: KubeObject): KubeObject {
  const {
    uid: _uid,
    creationTimestamp: _created,
    deletionTimestamp: _deleted,
    deletionGracePeriodSeconds: _grace,
    ...metadata
  } = object.metadata;
  return { ...object, metadata };
}

/** The metadata of a new object: what the client may say, and what the server says. */
export function metadataForCreate(
  given: ObjectMeta,
  now: Date,
  generation: number | undefined,
): ObjectMeta {
  const {
    resourceVersion: _version,
    deletionTimestamp: _deleted,
    deletionGracePeriodSeconds: _grace,
    ...kept
  } = given;
  return {
    ...kept,
    uid: randomUUID(),
    creationTimestamp: timestamp(now),
    generation,
  };
}

/** The metadata of an updated object: what only the server sets stays. */
export function metadataForUpdate(
  given: ObjectMeta,
  previous: KubeObject,
): ObjectMeta {
  const { metadata } = previous;
  return {
    ...given,
    uid: given.uid ?? metadata.uid,
    creationTimestamp: metadata.creationTimestamp,
    deletionTimestamp: given.deletionTimestamp ?? metadata.deletionTimestamp,
    deletionGracePeriodSeconds: metadata.deletionGracePeriodSeconds,
    generation: metadata.generation,
    resourceVersion: metadata.resourceVersion,
  };
}
