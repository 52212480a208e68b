import { KubeObject, isObject } from '../types';
import { ResourceDefinition } from './resourceDefinition';

function core(
  kind: string,
  plural: string,
  shortNames: string[],
  more: Partial<ResourceDefinition> = {},
): ResourceDefinition {
  return {
    group: '',
    version: 'v1',
    plural,
    singular: kind.toLowerCase(),
    kind,
    listKind: `${kind}List`,
    shortNames,
    categories: [],
    namespaced: true,
    hasStatus: false,
    nameRule: 'subdomain',
    columns: [
      { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp' },
    ],
    builtIn: true,
    ...more,
  };
}

const AGE = {
  name: 'Age',
  type: 'date',
  jsonPath: '.metadata.creationTimestamp',
};

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

const NAMESPACES = core('Namespace', 'namespaces', ['ns'], {
  namespaced: false,
  hasStatus: true,
  nameRule: 'label',
  prepare: prepareNamespace,
  columns: [{ name: 'Status', type: 'string', jsonPath: '.status.phase' }, AGE],
});

const SECRETS = core('Secret', 'secrets', [], {
  prepare: prepareSecret,
  columns: [{ name: 'Type', type: 'string', jsonPath: '.type' }, AGE],
});

/** The core resources of the management cluster. */
export const MANAGEMENT_BUILT_INS: ResourceDefinition[] = [NAMESPACES, SECRETS];

/** The core resources of a tenant cluster. */
export const TENANT_BUILT_INS: ResourceDefinition[] = [
  NAMESPACES,
  SECRETS,
  core('Pod', 'pods', ['po'], {
    hasStatus: true,
    categories: ['all'],
    columns: [
      { name: 'Status', type: 'string', jsonPath: '.status.phase' },
      AGE,
    ],
  }),
  core('Service', 'services', ['svc'], {
    hasStatus: true,
    nameRule: 'label',
    categories: ['all'],
    columns: [
      { name: 'Type', type: 'string', jsonPath: '.spec.type' },
      {
        name: 'External-IP',
        type: 'string',
        jsonPath: '.status.loadBalancer.ingress[0].ip',
      },
      AGE,
    ],
  }),
  core('PersistentVolumeClaim', 'persistentvolumeclaims', ['pvc'], {
    hasStatus: true,
    columns: [
      { name: 'Status', type: 'string', jsonPath: '.status.phase' },
      AGE,
    ],
  }),
  core('ResourceQuota', 'resourcequotas', ['quota'], { hasStatus: true }),
  core('Event', 'events', ['ev']),
];
