import {
  apiVersionOf,
  ResourceDefinition,
} from '../registry/resourceDefinition';
import { ApiError } from '../status/apiError';
import { badRequest } from '../status/errors';
import { FieldError, invalid, invalidObject } from '../status/fieldErrors';
import { cloneJson, JsonObject, KubeObject } from '../types';
import { applyDefaults } from '../validation/applyDefaults';
import { prune } from '../validation/prune';
import { assertMetadataShape } from '../validation/validateMetadata';
import { validateValue } from '../validation/validateValue';
import { readMetadata } from './metadata';
import { WriteOptions } from './options';

function checkKind(body: JsonObject, definition: ResourceDefinition): void {
  const errors: FieldError[] = [];
  const apiVersion = apiVersionOf(definition);
  if (body.kind !== definition.kind) {
    errors.push(invalid('kind', body.kind, `must be ${definition.kind}`));
  }
  if (body.apiVersion !== apiVersion) {
    errors.push(
      invalid('apiVersion', body.apiVersion, `must be ${apiVersion}`),
    );
  }
  if (errors.length > 0) {
    throw invalidObject(
      { group: definition.group, kind: String(body.kind) },
      readMetadata(body, []).name,
      errors,
    );
  }
}

function reportUnknown(
  unknown: string[],
  definition: ResourceDefinition,
  options: WriteOptions,
): void {
  const texts = unknown.map(path => `unknown field "${path}"`);
  if (options.fieldValidation === 'Strict' && texts.length > 0) {
    throw badRequest(
      `${definition.kind} in version "${
        definition.version
      }" cannot be handled as a ${
        definition.kind
      }: strict decoding error: ${texts.join(', ')}`,
    );
  }
  if (options.fieldValidation !== 'Ignore') {
    texts.forEach(text => options.warn?.(text));
  }
}

/** Turns a client's JSON into an object of the kind: pruned and defaulted, not yet validated. */
export function decode(
  body: JsonObject,
  definition: ResourceDefinition,
  options: WriteOptions,
): KubeObject {
  checkKind(body, definition);
  assertMetadataShape(definition.kind, definition.version, body.metadata);
  const content = cloneJson(body);
  const unknown: string[] = [];
  const metadata = readMetadata(content, unknown);
  if (definition.schema) {
    unknown.push(...prune(content, definition.schema));
  }
  reportUnknown(unknown.sort(), definition, options);
  if (definition.schema) {
    applyDefaults(content, definition.schema);
  }
  return {
    ...content,
    apiVersion: apiVersionOf(definition),
    kind: definition.kind,
    metadata,
  } as KubeObject;
}

/** What the schema has against an object. */
export function schemaErrors(
  object: KubeObject,
  definition: ResourceDefinition,
): FieldError[] {
  if (!definition.schema) {
    return [];
  }
  const { metadata: _metadata, ...content } = object;
  return validateValue(content as JsonObject, definition.schema, '');
}

/** The 422 for an object of the kind, when there is anything against it. */
export function assertValid(
  object: KubeObject,
  definition: ResourceDefinition,
  errors: FieldError[],
): void {
  if (errors.length > 0) {
    throw invalidObject(definition, object.metadata.name, errors);
  }
}

/** The 400 for an object that is not the one of the path. */
export function assertSameKey(
  object: KubeObject,
  path: { namespace?: string; name?: string },
): void {
  const { name, namespace } = object.metadata;
  if (path.name !== undefined && !name) {
    throw badRequest(
      `the name of the object (${path.name} based on URL) was undeterminable: name must be provided`,
    );
  }
  if (path.name !== undefined && name !== path.name) {
    throw new ApiError(
      400,
      'BadRequest',
      `the name of the object (${name}) does not match the name on the URL (${path.name})`,
    );
  }
  if (namespace !== undefined && namespace !== path.namespace) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
}
