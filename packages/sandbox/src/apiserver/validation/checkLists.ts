import { duplicate, FieldError } from '../status/fieldErrors';
import { isObject, JsonValue } from '../types';
import { Schema, schemaOfField } from './schema';

function withDefaults(item: JsonValue, schema: Schema): JsonValue {
  if (!isObject(item)) return item;
  return Object.fromEntries(
    (schema['x-kubernetes-list-map-keys'] ?? []).map(key => [
      key,
      item[key] ?? schema.items?.properties?.[key]?.default ?? null,
    ]),
  );
}

function checkUnique(
  list: JsonValue[],
  schema: Schema,
  path: string,
): FieldError[] {
  const listType = schema['x-kubernetes-list-type'];
  if (listType !== 'set' && listType !== 'map') return [];
  const seen = new Set<string>();
  return list.flatMap((item, index) => {
    const identity = listType === 'map' ? withDefaults(item, schema) : item;
    const text = JSON.stringify(identity);
    if (seen.has(text)) return [duplicate(`${path}[${index}]`, identity)];
    seen.add(text);
    return [];
  });
}

/** Finds duplicates in sets and in lists that are maps, wherever they are (`ValidateListSetsAndMaps`). */
export function checkLists(
  value: JsonValue,
  schema: Schema,
  path = '',
): FieldError[] {
  if (Array.isArray(value)) {
    const { items } = schema;
    return [
      ...checkUnique(value, schema, path),
      ...(items
        ? value.flatMap((item, i) => checkLists(item, items, `${path}[${i}]`))
        : []),
    ];
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([field, child]) => {
    const childSchema = schemaOfField(schema, field);
    return childSchema && child !== undefined
      ? checkLists(child, childSchema, path ? `${path}.${field}` : field)
      : [];
  });
}
