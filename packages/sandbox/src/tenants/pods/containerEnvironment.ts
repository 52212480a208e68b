import { Objects } from '../../apiserver/objects';
import { isObject, JsonObject, KubeObject } from '../../apiserver/types';
import { readJsonPath } from '../../apiserver/table/jsonPath';
import { Container, EnvVar, Pod } from './pod';

function entryOf(
  object: KubeObject | undefined,
  key: unknown,
  decode: (text: string) => string,
): string | undefined {
  const data = isObject(object?.data) ? object.data : {};
  const value = data[String(key)];
  return typeof value === 'string' ? decode(value) : undefined;
}

const fromBase64 = (text: string) => Buffer.from(text, 'base64').toString();

function resolve(
  source: JsonObject,
  pod: Pod,
  objects: Objects,
): string | undefined {
  const { namespace } = pod.metadata;
  const { secretKeyRef, configMapKeyRef, fieldRef } = source;
  if (isObject(secretKeyRef)) {
    const key = { namespace, name: String(secretKeyRef.name) };
    return entryOf(objects.get('secrets', key), secretKeyRef.key, fromBase64);
  }
  if (isObject(configMapKeyRef)) {
    const key = { namespace, name: String(configMapKeyRef.name) };
    return entryOf(
      objects.get('configmaps', key),
      configMapKeyRef.key,
      text => text,
    );
  }
  if (isObject(fieldRef)) {
    const value = readJsonPath(pod, `.${fieldRef.fieldPath}`);
    return value === undefined ? undefined : String(value);
  }
  return undefined;
}

/** The environment that a pod's container has: literal values, and those from Secrets, ConfigMaps and the pod itself. */
export function containerEnvironment(
  pod: Pod,
  container: Container,
  objects: Objects,
): Record<string, string> {
  const pairs = (container.env ?? []).flatMap(
    ({ name, value, valueFrom }: EnvVar): [string, string][] => {
      const found = isObject(valueFrom)
        ? resolve(valueFrom, pod, objects)
        : value ?? '';
      return found === undefined ? [] : [[name, found]];
    },
  );
  return Object.fromEntries(pairs);
}
