import { createHash } from 'node:crypto';
import { ResourceDefinition } from '../registry/resourceDefinition';
import { builtInSchema } from './builtInSchemas';
import {
  itemsDescription,
  metadataField,
  METADATA_SCHEMAS,
  TYPE_FIELDS,
} from './openapiMetadata';
import { pathsOf } from './openapiPaths';

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

function objectSchema(definition: ResourceDefinition): object {
  const { group, version, kind, builtIn } = definition;
  const schema = builtIn ? builtInSchema(kind) : definition.schema;
  return {
    ...(schema ?? {
      type: 'object',
      'x-kubernetes-preserve-unknown-fields': true,
    }),
    properties: {
      ...schema?.properties,
      ...TYPE_FIELDS,
      metadata: metadataField('ObjectMeta'),
    },
    'x-kubernetes-group-version-kind': [{ group, version, kind }],
  };
}

function listSchema(definition: ResourceDefinition): object {
  const { group, version, kind, listKind, plural } = definition;
  return {
    description: `${listKind} is a list of ${kind}`,
    type: 'object',
    required: ['items'],
    properties: {
      ...TYPE_FIELDS,
      items: {
        description: itemsDescription(plural),
        type: 'array',
        items: { $ref: `#/components/schemas/${schemaName(definition)}` },
      },
      metadata: metadataField('ListMeta'),
    },
    'x-kubernetes-group-version-kind': [{ group, version, kind: listKind }],
  };
}

function openApi(
  paths: Record<string, object>,
  schemas: Record<string, object>,
): object {
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: 'unversioned' },
    paths,
    components: { schemas },
  };
}

/** The OpenAPI v3 document of a group and version: what `kubectl explain` prints and what kubectl validates by. */
export function openApiDocument(definitions: ResourceDefinition[]): object {
  const paths: Record<string, object> = {};
  const schemas = { ...METADATA_SCHEMAS };
  for (const definition of definitions) {
    Object.assign(paths, pathsOf(definition, openApiPath(definition)));
    schemas[schemaName(definition)] = objectSchema(definition);
    schemas[schemaName({ ...definition, kind: definition.listKind })] =
      listSchema(definition);
  }
  return openApi(paths, schemas);
}

/** The OpenAPI v3 document of `/version`. */
export function openApiOfVersion(): object {
  const get = {
    operationId: 'getCodeVersion',
    description: 'get the version information for this server',
    responses: { 200: { description: 'OK' } },
  };
  return openApi({ '/version/': { get } }, {});
}

/** The OpenAPI v3 documents that there are, each under an address that changes with its content. */
export function openApiIndex(definitions: ResourceDefinition[]): object {
  const roots = [...new Set(definitions.map(openApiPath))];
  const documents: [string, object][] = [
    ...roots.map((root): [string, object] => [
      root,
      openApiDocument(definitions.filter(d => openApiPath(d) === root)),
    ]),
    ['version', openApiOfVersion()],
  ];
  return {
    paths: Object.fromEntries(
      documents.map(([path, document]) => {
        const hash = createHash('sha512')
          .update(JSON.stringify(document))
          .digest('hex')
          .toUpperCase();
        return [
          path,
          { serverRelativeURL: `/openapi/v3/${path}?hash=${hash}` },
        ];
      }),
    ),
  };
}
