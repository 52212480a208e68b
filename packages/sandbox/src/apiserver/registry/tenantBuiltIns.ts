import { AGE, core } from './coreResource';
import { ResourceDefinition } from './resourceDefinition';
import { NAMESPACES, SECRETS } from './sharedBuiltIns';

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
