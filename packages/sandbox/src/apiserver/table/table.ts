import {
  ResourceDefinition,
  PrinterColumn,
} from '../registry/resourceDefinition';
import { Shape } from '../http/negotiate';
import { badRequest } from '../status/errors';
import { JsonValue, KubeObject } from '../types';
import { humanDuration } from './age';
import { readJsonPath } from './jsonPath';

/** What of the object comes with each row. */
export type IncludeObject = 'Metadata' | 'Object' | 'None';

const NAME_DESCRIPTION =
  'Name must be unique within a namespace. Is required when creating resources, although some resources may allow a client to request the generation of an appropriate name automatically. Name is primarily intended for creation idempotence and configuration definition. Cannot be updated. More info: https://kubernetes.io/docs/concepts/overview/working-with-objects/names#names';

/** Reads the `includeObject` parameter. */
export function parseIncludeObject(value: string | undefined): IncludeObject {
  if (!value) return 'Metadata';
  if (value === 'Metadata' || value === 'Object' || value === 'None') {
    return value;
  }
  throw badRequest(
    `Unable to convert to Table as requested: includeObject: Invalid value: "${value}": must be 'Metadata', 'Object', 'None', or empty`,
  );
}

function dateCell(value: JsonValue, now: number): JsonValue {
  if (typeof value !== 'string') return null;
  const time = Date.parse(value);
  return Number.isNaN(time) ? '<invalid>' : humanDuration(now - time);
}

/** A cell as `cellForJSONValue` of the apiextensions-apiserver makes it: a value of another type than the column's is none. */
function cell(
  object: KubeObject,
  column: PrinterColumn,
  now: number,
): JsonValue {
  const value = column.value
    ? column.value(object)
    : readJsonPath(object, column.jsonPath);
  if (value === undefined || value === null) return null;
  switch (column.type) {
    case 'date':
      return dateCell(value, now);
    case 'string':
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
    case 'integer':
      return typeof value === 'number' ? Math.trunc(value) : null;
    default:
      return typeof value === column.type ? value : null;
  }
}

/** An object's metadata alone. */
export function partialMetadata(
  object: KubeObject,
  version: Shape['version'],
): object {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: `meta.k8s.io/${version}`,
    metadata: object.metadata,
  };
}

function rowObject(
  object: KubeObject,
  include: IncludeObject,
  version: Shape['version'],
): object | null {
  if (include === 'None') return null;
  return include === 'Object' ? object : partialMetadata(object, version);
}

function columnDefinitions(definition: ResourceDefinition): object[] {
  return [
    {
      name: 'Name',
      type: 'string',
      format: 'name',
      description: NAME_DESCRIPTION,
      priority: 0,
    },
    ...definition.columns.map(column => ({
      name: column.name,
      type: column.type,
      format: column.format ?? '',
      description:
        column.description ??
        `Custom resource definition column (in JSONPath format): ${column.jsonPath}`,
      priority: column.priority ?? 0,
    })),
  ];
}

/** Objects as the `Table` that kubectl prints (KEP-555). */
export function toTable(
  definition: ResourceDefinition,
  objects: KubeObject[],
  metadata: object,
  options: {
    include: IncludeObject;
    version: Shape['version'];
    headers?: boolean;
    now: number;
  },
): object {
  return {
    kind: 'Table',
    apiVersion: `meta.k8s.io/${options.version}`,
    metadata,
    columnDefinitions:
      options.headers === false ? null : columnDefinitions(definition),
    rows: objects.map(object => ({
      cells: [
        // A bookmark has no name.
        object.metadata.name ?? '',
        ...definition.columns.map(column => cell(object, column, options.now)),
      ],
      object: rowObject(object, options.include, options.version),
    })),
  };
}
