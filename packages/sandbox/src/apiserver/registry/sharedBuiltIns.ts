import { isObject, KubeObject } from '../types';
import { AGE, core } from './coreResource';

function prepareNamespace(object: KubeObject): KubeObject {
  return {
    ...object,
    metadata: {
      ...object.metadata,
      labels: {
        ...object.metadata.labels,
        'kubernetes.io/metadata.name': object.metadata.name,
      },
    },
    spec: { finalizers: ['kubernetes'] },
    status: object.status ?? { phase: 'Active' },
  };
}

/** Turns the write-only `stringData` into `data`, as kube-apiserver does. */
function prepareSecret(object: KubeObject): KubeObject {
  const { stringData, ...rest } = object;
  const data: Record<string, unknown> = isObject(object.data)
    ? { ...object.data }
    : {};
  if (isObject(stringData)) {
    for (const [key, value] of Object.entries(stringData)) {
      data[key] = Buffer.from(String(value)).toString('base64');
    }
  }
  return {
    ...rest,
    ...(Object.keys(data).length > 0 && { data }),
    type: object.type ?? 'Opaque',
  };
}

export const NAMESPACES = core('Namespace', 'namespaces', ['ns'], {
  namespaced: false,
  hasStatus: true,
  nameRule: 'label',
  prepare: prepareNamespace,
  columns: [{ name: 'Status', type: 'string', jsonPath: '.status.phase' }, AGE],
});

export const SECRETS = core('Secret', 'secrets', [], {
  prepare: prepareSecret,
  columns: [{ name: 'Type', type: 'string', jsonPath: '.type' }, AGE],
  selectableFields: ['type'],
});

export const SERVICE_ACCOUNTS = core('ServiceAccount', 'serviceaccounts', [
  'sa',
]);
