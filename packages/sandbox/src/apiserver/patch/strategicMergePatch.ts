import { isDeepStrictEqual } from 'node:util';
import { isObject, JsonObject, JsonValue } from '../types';

/** The keys by which Kubernetes merges lists of its own kinds (`patchMergeKey` in `k8s.io/api`), by the field. */
const MERGE_KEYS: Record<string, string> = {
  conditions: 'type',
  containers: 'name',
  env: 'name',
  ephemeralContainers: 'name',
  imagePullSecrets: 'name',
  initContainers: 'name',
  ownerReferences: 'uid',
  ports: 'containerPort',
  secrets: 'name',
  volumeDevices: 'devicePath',
  volumeMounts: 'mountPath',
  volumes: 'name',
};
/** Lists of texts that merge instead of being replaced. */
const MERGED_TEXTS = new Set(['finalizers']);

function keyOf(field: string, items: JsonValue[]): string | undefined {
  // A Service's ports have other fields than a container's.
  const service =
    field === 'ports' && items.some(item => isObject(item) && 'port' in item);
  return service ? 'port' : MERGE_KEYS[field];
}

function mergeItems(
  target: JsonValue[],
  patch: JsonValue[],
  key: string,
): JsonValue[] {
  if (patch.some(item => isObject(item) && item.$patch === 'replace')) {
    return patch.filter(item => !isObject(item) || item.$patch === undefined);
  }
  const result = [...target];
  for (const item of patch.filter(isObject)) {
    const at = result.findIndex(
      other => isObject(other) && other[key] === item[key],
    );
    if (item.$patch === 'delete') {
      if (at >= 0) result.splice(at, 1);
    } else if (at >= 0) {
      result[at] = strategicMergePatch(result[at], item);
    } else {
      result.push(strategicMergePatch({}, item));
    }
  }
  return result;
}

function mergeList(
  field: string,
  target: JsonValue[],
  patch: JsonValue[],
): JsonValue[] {
  if (MERGED_TEXTS.has(field)) {
    return [...target, ...patch.filter(item => !target.includes(item))];
  }
  const key = keyOf(field, patch);
  return key ? mergeItems(target, patch, key) : patch;
}

/** Orders a list as `$setElementOrder` says; what that does not name comes last. */
function ordered(
  field: string,
  list: JsonValue[],
  order: JsonValue[],
): JsonValue[] {
  const key = keyOf(field, order);
  const rank = (item: JsonValue) => {
    const at = order.findIndex(wanted =>
      key && isObject(wanted) && isObject(item)
        ? wanted[key] === item[key]
        : isDeepStrictEqual(wanted, item),
    );
    return at < 0 ? order.length : at;
  };
  return [...list].sort((a, b) => rank(a) - rank(b));
}

function applyDirective(
  result: JsonObject,
  directive: string,
  field: string,
  value: JsonValue[],
): void {
  const list = result[field];
  if (!Array.isArray(list)) return;
  if (directive === '$setElementOrder') {
    result[field] = ordered(field, list, value);
  } else if (directive === '$deleteFromPrimitiveList') {
    result[field] = list.filter(item => !value.includes(item));
  }
}

/**
 * Applies a strategic merge patch (`k8s.io/apimachinery/pkg/util/strategicpatch`) and returns the result; the target
 * stays as it is. Lists of the kinds that Kubernetes itself has merge by their keys.
 */
export function strategicMergePatch(
  target: JsonValue | undefined,
  patch: JsonValue,
): JsonValue {
  if (!isObject(patch)) return patch;
  if (patch.$patch === 'delete') return {};
  const result: JsonObject =
    isObject(target) && patch.$patch !== 'replace' ? { ...target } : {};
  const directives: [string, string, JsonValue[]][] = [];
  for (const [name, value] of Object.entries(patch)) {
    const [directive, field] = name.split('/', 2);
    const present = result[name];
    if (name.startsWith('$')) {
      if (field && Array.isArray(value)) {
        directives.push([directive, field, value]);
      } else if (name === '$retainKeys' && Array.isArray(value)) {
        Object.keys(result)
          .filter(key => !value.includes(key))
          .forEach(key => delete result[key]);
      }
    } else if (value === null) {
      delete result[name];
    } else if (Array.isArray(value)) {
      const list = Array.isArray(present) ? present : [];
      result[name] = mergeList(name, list, value);
    } else if (value !== undefined) {
      result[name] = strategicMergePatch(present, value);
    }
  }
  directives.forEach(directive => applyDirective(result, ...directive));
  return result;
}
