import { ResourceDefinition } from '../registry/resourceDefinition';
import { FieldError, invalidObject } from '../status/fieldErrors';
import { JsonObject, KubeObject } from '../types';
import { checkLists } from '../validation/checkLists';
import { finalizerWarnings } from '../validation/finalizers';
import {
  validateMetadata,
  validateMetadataUpdate,
} from '../validation/validateMetadata';
import { validateValue } from '../validation/validateValue';
import { CreateOptions, UpdateOptions, WriteOptions } from './options';
import { prepareForCreate, prepareForUpdate } from './prepare';

/** What the schema has against an object; against its status alone where only that is written. */
function schemaErrors(
  object: KubeObject,
  { schema }: ResourceDefinition,
  subresource?: 'status',
): FieldError[] {
  if (!schema) return [];
  const { metadata: _metadata, ...rest } = object;
  const content = rest as JsonObject;
  if (subresource !== 'status') {
    return [...validateValue(content, schema), ...checkLists(content, schema)];
  }
  const statusSchema = schema.properties?.status;
  if (!statusSchema || object.status === undefined) return [];
  return [
    ...validateValue(object.status, statusSchema, 'status'),
    ...checkLists(content, schema),
  ];
}

/** The 422 for an object of the kind, when there is anything against it. */
function assertValid(
  object: KubeObject,
  definition: ResourceDefinition,
  errors: FieldError[],
): void {
  if (errors.length > 0) {
    throw invalidObject(definition, object.metadata.name, errors);
  }
}

function warnOfFinalizers(
  next: KubeObject,
  current: KubeObject | undefined,
  definition: ResourceDefinition,
  { warn }: WriteOptions,
): void {
  if (definition.builtIn || !warn) return;
  finalizerWarnings(
    next.metadata.finalizers,
    current?.metadata.finalizers,
  ).forEach(warn);
}

/**
 * An object as it may be created: prepared, valid and admitted (`rest.BeforeCreate`).
 *
 * @throws ApiError 422 for what is against the rules of its kind, or what admission says
 */
export function beforeCreate(
  decoded: KubeObject,
  definition: ResourceDefinition,
  namespace: string | undefined,
  options: CreateOptions & { now: Date },
): KubeObject {
  const object = prepareForCreate(decoded, definition, namespace, options);
  assertValid(object, definition, [
    ...validateMetadata(object.metadata, definition.nameRule),
    ...schemaErrors(object, definition),
  ]);
  warnOfFinalizers(object, undefined, definition, options);
  options.admit?.(object, undefined);
  definition.admit?.(object);
  return object;
}

/**
 * An object as it may replace the current one: prepared, valid and admitted (`rest.BeforeUpdate`).
 *
 * @throws ApiError 422 for what is against the rules of its kind, or what admission says
 */
export function beforeUpdate(
  decoded: KubeObject,
  current: KubeObject,
  definition: ResourceDefinition,
  options: UpdateOptions,
): KubeObject {
  const next = prepareForUpdate(decoded, current, definition, options);
  assertValid(next, definition, [
    ...validateMetadataUpdate(
      next.metadata,
      current.metadata,
      definition.nameRule,
    ),
    ...schemaErrors(next, definition, options.subresource),
  ]);
  warnOfFinalizers(next, current, definition, options);
  options.admit?.(next, current);
  return next;
}
