import { badRequest, unsupportedMediaType } from '../status/errors';
import { isObject, JsonObject, JsonValue } from '../types';
import { jsonPatch } from './jsonPatch';
import { mergePatch } from './mergePatch';
import { strategicMergePatch } from './strategicMergePatch';

/** The media types of the patches that Kubernetes knows. */
export const PATCH_TYPES = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
  apply: 'application/apply-patch+yaml',
} as const;

function goKind(value: JsonValue): string {
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

/** Applies a patch to an object's JSON and returns the result. */
export function applyPatch(
  target: JsonObject,
  patch: { contentType: string; body: JsonValue },
): JsonValue {
  switch (patch.contentType) {
    case PATCH_TYPES.json:
      return jsonPatch<JsonValue>(target, patch.body);
    case PATCH_TYPES.merge:
    case PATCH_TYPES.strategic:
      if (patch.body !== null && !isObject(patch.body)) {
        throw badRequest(
          `error decoding patch: json: cannot unmarshal ${goKind(
            patch.body,
          )} into Go value of type map[string]interface {}`,
        );
      }
      return patch.contentType === PATCH_TYPES.merge
        ? mergePatch(target, patch.body)
        : strategicMergePatch(target, patch.body);
    default:
      throw unsupportedMediaType([PATCH_TYPES.json, PATCH_TYPES.merge]);
  }
}
