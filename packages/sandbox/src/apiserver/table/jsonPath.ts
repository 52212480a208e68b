import { isObject, JsonValue } from '../types';

/** Reads the simple JSON paths of printer columns: `.spec.a.b`, `.list[0].c`, `.conditions[?(@.type=="Ready")].status`. */
export function readJsonPath(
  root: unknown,
  path: string,
): JsonValue | undefined {
  let values: unknown[] = [root];
  const step =
    /\.([A-Za-z0-9_-]+)|\['((?:[^'\\]|\\.)+)'\]|\[(\d+)\]|\[\?\(@\.([A-Za-z0-9_]+)\s*==\s*["']([^"']*)["']\)\]/g;
  for (const match of path.replace(/^\{|\}$/g, '').matchAll(step)) {
    const [, dotted, quoted, index, filterField, filterValue] = match;
    const field = dotted ?? quoted;
    values = values.flatMap(value => {
      if (field !== undefined) {
        return isObject(value) && value[field] !== undefined
          ? [value[field]]
          : [];
      }
      if (!Array.isArray(value)) return [];
      if (index !== undefined) {
        return value[Number(index)] === undefined ? [] : [value[Number(index)]];
      }
      return value.filter(
        item => isObject(item) && item[filterField] === filterValue,
      );
    });
  }
  return values[0] as JsonValue | undefined;
}
