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
import { assertMetadataShape } from '../validation/metadataShape';
import { readMetadata } from './metadata';
import { UpdateOptions } from './options';

function kindErrors(
  body: JsonObject,
  definition: ResourceDefinition,
): FieldError[] {
  const apiVersion = apiVersionOf(definition);
  return [
    ...(body.kind === definition.kind
      ? []
      : [invalid('kind', body.kind ?? '', `must be ${definition.kind}`)]),
    ...(body.apiVersion === apiVersion
      ? []
      : [
          invalid('apiVersion', body.apiVersion ?? '', `must be ${apiVersion}`),
        ]),
  ];
}

/** The 400 of a POST or PUT for a body of another version; a patch that leads there is a 422 instead. */
function assertVersion(body: JsonObject, definition: ResourceDefinition): void {
  const apiVersion = apiVersionOf(definition);
  if (body.apiVersion !== apiVersion) {
    throw badRequest(
      `the API version in the data (${
        body.apiVersion ?? ''
      }) does not match the expected API version (${apiVersion})`,
    );
  }
}

function reportFindings(
  findings: string[],
  body: JsonObject,
  definition: ResourceDefinition,
  options: UpdateOptions,
): void {
  if (findings.length === 0 || options.fieldValidation === 'Ignore') return;
  if (options.fieldValidation !== 'Strict') {
    findings.forEach(text => options.warn?.(text));
    return;
  }
  const text = `strict decoding error: ${findings.join(', ')}`;
  if (options.isPatch) {
    throw invalidObject({ group: '', kind: '' }, '', [
      invalid('patch', JSON.stringify(body), text),
    ]);
  }
  const { kind, version } = definition;
  throw badRequest(
    `${kind} in version "${version}" cannot be handled as a ${kind}: ${text}`,
  );
}

/** Drops what the schema does not know; of a version that has no schema that is all but the head. */
function pruneContent(
  content: JsonObject,
  definition: ResourceDefinition,
): string[] {
  if (!definition.schema || content.kind !== definition.kind) return [];
  const known = content.apiVersion === apiVersionOf(definition);
  return prune(content, known ? definition.schema : { type: 'object' });
}

/** Turns a client's JSON into an object of the kind: pruned and defaulted, not yet validated. */
export function decode(
  body: JsonObject,
  definition: ResourceDefinition,
  options: UpdateOptions,
): KubeObject {
  assertMetadataShape(definition.kind, definition.version, body.metadata);
  const content = cloneJson(body);
  const unknown: string[] = [];
  const metadata = readMetadata(content, unknown);
  unknown.push(...pruneContent(content, definition));
  const findings = [
    ...(options.duplicates ?? []).map(path => `duplicate field "${path}"`),
    ...unknown.sort().map(path => `unknown field "${path}"`),
  ];
  reportFindings(findings, body, definition, options);
  if (!options.isPatch) assertVersion(body, definition);
  const errors = kindErrors(body, definition);
  if (errors.length > 0) {
    throw invalidObject(
      { group: definition.group, kind: String(body.kind) },
      metadata.name,
      errors,
    );
  }
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
