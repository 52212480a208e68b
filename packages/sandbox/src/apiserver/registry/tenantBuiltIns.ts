import { RBAC_RESOURCES } from '../auth/rbac/resources';
import { isObject, JsonValue, KubeObject } from '../types';
import { AGE, core } from './coreResource';
import { podColumns } from './podColumns';
import { PrinterColumn, ResourceDefinition } from './resourceDefinition';
import { NAMESPACES, SECRETS, SERVICE_ACCOUNTS } from './sharedBuiltIns';

function column(name: string, jsonPath: string, type = 'string') {
  return { name, type, jsonPath };
}

function computed(
  name: string,
  value: (object: KubeObject) => JsonValue,
): PrinterColumn {
  return { name, type: 'string', jsonPath: '', value };
}

function numberIn(value: JsonValue | undefined, field: string): number {
  const found = isObject(value) ? value[field] : undefined;
  return typeof found === 'number' ? found : 0;
}

const READY = computed(
  'Ready',
  ({ spec, status }) =>
    `${numberIn(status, 'readyReplicas')}/${numberIn(spec, 'replicas')}`,
);

const NODES = core('Node', 'nodes', ['no'], {
  namespaced: false,
  hasStatus: true,
  columns: [
    computed('Status', () => 'Ready'),
    computed('Roles', () => '<none>'),
    AGE,
    column('Version', '.status.nodeInfo.kubeletVersion'),
  ],
});

const SERVICES = core('Service', 'services', ['svc'], {
  hasStatus: true,
  nameRule: 'label',
  categories: ['all'],
  columns: [
    column('Type', '.spec.type'),
    column('Cluster-IP', '.spec.clusterIP'),
    column('External-IP', '.status.loadBalancer.ingress[0].ip'),
    AGE,
  ],
});

const CLAIMS = core(
  'PersistentVolumeClaim',
  'persistentvolumeclaims',
  ['pvc'],
  {
    hasStatus: true,
    columns: [
      column('Status', '.status.phase'),
      column('Volume', '.spec.volumeName'),
      column('Capacity', '.status.capacity.storage'),
      AGE,
    ],
  },
);

const EVENTS = core('Event', 'events', ['ev'], {
  columns: [
    column('Last Seen', '.lastTimestamp', 'date'),
    column('Type', '.type'),
    column('Reason', '.reason'),
    computed('Object', ({ involvedObject }) =>
      isObject(involvedObject)
        ? `${String(involvedObject.kind).toLowerCase()}/${involvedObject.name}`
        : '',
    ),
    column('Message', '.message'),
  ],
  selectableFields: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'reason',
    'source',
    'type',
  ],
});

const APPS: ResourceDefinition[] = [
  core('Deployment', 'deployments', ['deploy'], {
    group: 'apps',
    hasStatus: true,
    categories: ['all'],
    columns: [
      READY,
      column('Up-to-date', '.status.updatedReplicas', 'integer'),
      column('Available', '.status.availableReplicas', 'integer'),
      AGE,
    ],
  }),
  core('StatefulSet', 'statefulsets', ['sts'], {
    group: 'apps',
    hasStatus: true,
    categories: ['all'],
    columns: [READY, AGE],
  }),
];

/** The resources of a tenant cluster; the subresources of pods come with the node that runs them. */
export const TENANT_BUILT_INS: ResourceDefinition[] = [
  NAMESPACES,
  SECRETS,
  SERVICE_ACCOUNTS,
  NODES,
  core('ConfigMap', 'configmaps', ['cm']),
  core('Pod', 'pods', ['po'], {
    hasStatus: true,
    categories: ['all'],
    columns: podColumns,
    selectableFields: [
      'spec.nodeName',
      'spec.restartPolicy',
      'spec.serviceAccountName',
      'status.phase',
      'status.podIP',
    ],
  }),
  SERVICES,
  CLAIMS,
  core('ResourceQuota', 'resourcequotas', ['quota'], { hasStatus: true }),
  EVENTS,
  ...APPS,
  ...RBAC_RESOURCES,
];
