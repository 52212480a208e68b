import { isObject, JsonValue, KubeObject } from '../../apiserver/types';
import { Container, podOf } from '../pods/pod';
import { formatQuantity, parseQuantity } from './quantity';

/** How much of each resource of a quota, in billionths. */
export type Usage = Record<string, bigint>;

/** Resources whose amounts are bytes, written in binary units. */
function isBinary(resource: string): boolean {
  return /(memory|storage)$/.test(resource);
}

/** Amounts as the API writes them. */
export function formatUsage(usage: Usage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(usage).map(([name, value]) => [
      name,
      formatQuantity(value, isBinary(name)),
    ]),
  );
}

function amount(container: Container, resource: string): bigint | undefined {
  const [kind, name] = resource.includes('.')
    ? resource.split('.')
    : ['requests', resource];
  const { limits, requests } = container.resources ?? {};
  const given =
    kind === 'limits'
      ? limits?.[name]
      : // What is not requested is taken from the limit (`pkg/apis/core/v1/defaults.go`).
        requests?.[name] ?? limits?.[name];
  return given === undefined ? undefined : parseQuantity(given);
}

/** The containers of a pod that do not say how much of a resource they take, by name. */
export function silentContainers(
  object: KubeObject,
  resource: string,
): string[] {
  const { spec } = podOf(object);
  return [...(spec.initContainers ?? []), ...spec.containers]
    .filter(container => amount(container, resource) === undefined)
    .map(({ name }) => name);
}

/** What a pod takes: its containers together, or the largest init container if that is more. */
function podAmount(object: KubeObject, resource: string): bigint {
  const { spec } = podOf(object);
  const sum = spec.containers.reduce(
    (total, container) => total + (amount(container, resource) ?? 0n),
    0n,
  );
  return (spec.initContainers ?? []).reduce((most, container) => {
    const own = amount(container, resource) ?? 0n;
    return own > most ? own : most;
  }, sum);
}

function claimAmount({ spec }: KubeObject): bigint {
  const resources = isObject(spec?.resources) ? spec.resources : {};
  const requests = isObject(resources.requests) ? resources.requests : {};
  const storage: JsonValue | undefined = requests.storage;
  return parseQuantity(String(storage ?? 0)) ?? 0n;
}

const POD_RESOURCES = /^((limits|requests)\.)?(cpu|memory)$/;

/** What an object takes of a resource of a quota; undefined when the resource does not count its kind. */
export function usageOf(
  object: KubeObject,
  resource: string,
): bigint | undefined {
  if (object.kind === 'Pod') {
    if (resource === 'pods') return parseQuantity(1);
    return POD_RESOURCES.test(resource)
      ? podAmount(object, resource)
      : undefined;
  }
  if (object.kind === 'PersistentVolumeClaim') {
    if (resource === 'persistentvolumeclaims') return parseQuantity(1);
    return resource === 'requests.storage' ? claimAmount(object) : undefined;
  }
  return undefined;
}

/** Whether an object takes anything: a pod that has ended does not. */
export function counts({ status }: KubeObject): boolean {
  return status?.phase !== 'Succeeded' && status?.phase !== 'Failed';
}
