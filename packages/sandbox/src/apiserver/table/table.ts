import {
  ResourceDefinition,
  PrinterColumn,
} from '../registry/resourceDefinition';
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

function cell(
  object: KubeObject,
  column: PrinterColumn,
  now: number,
): JsonValue {
  const value = column.value?.(object) ?? readJsonPath(object, column.jsonPath);
  if (value === undefined || value === null) {
    return column.type === 'date' ? '<unknown>' : null;
  }
  if (column.type === 'date') {
    const time = Date.parse(String(value));
    return Number.isNaN(time) ? '<unknown>' : humanDuration(now - time);
  }
  if (column.type === 'string' && typeof value !== 'string') {
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
  return value;
}

/** An object's metadata alone. */
export function partialMetadata(object: KubeObject): object {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata: object.metadata,
  };
}

function rowObject(object: KubeObject, include: IncludeObject): object | null {
  if (include === 'None') return null;
  return include === 'Object' ? object : partialMetadata(object);
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
  options: { include: IncludeObject; headers?: boolean; now: number },
): object {
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions:
      options.headers === false ? null : columnDefinitions(definition),
    rows: objects.map(object => ({
      cells: [
        object.metadata.name,
        ...definition.columns.map(column => cell(object, column, options.now)),
      ],
      object: rowObject(object, options.include),
    })),
  };
}
