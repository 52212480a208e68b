import { ResourceDefinition } from '../registry/resourceDefinition';
import { isObject, JsonValue } from '../types';

const WRITE_PARAMETERS = ['dryRun', 'fieldManager', 'fieldValidation'].map(
  name => ({
    name,
    in: 'query',
    schema: { type: 'string', uniqueItems: true },
  }),
);

/** The path under which the OpenAPI document of a group and version is served. */
export function openApiPath({
  group,
  version,
}: {
  group: string;
  version: string;
}): string {
  return group ? `apis/${group}/${version}` : `api/${version}`;
}

function schemaName({ group, version, kind }: ResourceDefinition): string {
  const prefix = group
    ? group.split('.').reverse().join('.')
    : 'io.k8s.api.core';
  return `${prefix}.${version}.${kind}`;
}

function operation(definition: ResourceDefinition, action: string): object {
  const { group, version, kind } = definition;
  return {
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': { group, version, kind },
    parameters: WRITE_PARAMETERS,
    responses: {},
  };
}

/** OpenAPI 3.0 wants no `x-kubernetes-…` list with type and anyOf left as it is: only what kubectl reads is kept. */
function describe(schema: JsonValue): JsonValue {
  if (Array.isArray(schema)) return schema.map(describe);
  if (!isObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      describe(value ?? null),
    ]),
  );
}

function rootSchema(definition: ResourceDefinition): object {
  const { group, version, kind } = definition;
  const schema = describe(
    (definition.schema ?? { type: 'object' }) as JsonValue,
  );
  const properties =
    isObject(schema) && isObject(schema.properties) ? schema.properties : {};
  return {
    ...(isObject(schema) ? schema : {}),
    properties: {
      ...properties,
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { type: 'object' },
    },
    'x-kubernetes-group-version-kind': [{ group, version, kind }],
  };
}

/** The OpenAPI v3 document of a group and version: as much as kubectl needs to validate on the server. */
export function openApiDocument(definitions: ResourceDefinition[]): object {
  const paths: Record<string, object> = {};
  const schemas: Record<string, object> = {};
  for (const definition of definitions) {
    const base = `/${openApiPath(definition)}${
      definition.namespaced ? '/namespaces/{namespace}' : ''
    }/${definition.plural}`;
    paths[base] = {
      get: operation(definition, 'list'),
      post: operation(definition, 'post'),
    };
    paths[`${base}/{name}`] = {
      get: operation(definition, 'get'),
      put: operation(definition, 'put'),
      patch: operation(definition, 'patch'),
      delete: operation(definition, 'delete'),
    };
    schemas[schemaName(definition)] = rootSchema(definition);
  }
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: 'unversioned' },
    paths,
    components: { schemas },
  };
}
