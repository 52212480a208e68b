import { isObject, JsonObject, JsonValue } from '../types';

/** Applies a JSON merge patch (RFC 7386) and returns the result; the target stays as it is. */
export function mergePatch(
  target: JsonValue | undefined,
  patch: JsonValue,
): JsonValue {
  if (!isObject(patch)) {
    return patch;
  }
  const result: JsonObject = isObject(target) ? { ...target } : {};
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[field];
    } else if (value !== undefined) {
      result[field] = mergePatch(result[field], value);
    }
  }
  return result;
}
