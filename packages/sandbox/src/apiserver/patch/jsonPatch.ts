import { applyPatch, Operation } from 'fast-json-patch';
import { ApiError } from '../status/apiError';
import { badRequest } from '../status/errors';
import { cloneJson, isObject, JsonValue } from '../types';

const OPERATIONS = new Set([
  'add',
  'remove',
  'replace',
  'move',
  'copy',
  'test',
]);
const NEEDS_VALUE = new Set(['add', 'replace', 'test']);

function assertOperation(entry: JsonValue): void {
  const text = JSON.stringify(entry);
  if (
    !isObject(entry) ||
    typeof entry.op !== 'string' ||
    !OPERATIONS.has(entry.op)
  ) {
    throw badRequest(`invalid operation ${text}: unsupported operation`);
  }
  if (NEEDS_VALUE.has(entry.op) && entry.value === undefined) {
    throw badRequest(
      `invalid operation ${text}: failed to decode 'value': operation, missing value field: missing value`,
    );
  }
  if (typeof entry.path !== 'string') {
    throw badRequest(
      `invalid operation ${text}: failed to decode 'path': operation, missing path field: missing value`,
    );
  }
}

/** Applies a JSON patch (RFC 6902) and returns the result; the target stays as it is. */
export function jsonPatch<T>(target: T, patch: JsonValue): T {
  if (!Array.isArray(patch)) {
    throw badRequest(
      'error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp',
    );
  }
  patch.forEach(assertOperation);
  try {
    return applyPatch(
      cloneJson(target),
      patch as unknown as Operation[],
      true,
      true,
      true,
    ).newDocument;
  } catch (error) {
    // Kubernetes says no more than this when a test fails or a path is missing; the cause stays for people who debug the sandbox.
    throw Object.assign(
      new ApiError(
        422,
        'Invalid',
        'the server rejected our request due to an error in our request',
        {},
      ),
      { cause: error },
    );
  }
}
