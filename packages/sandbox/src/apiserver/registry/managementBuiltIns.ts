import { RBAC_RESOURCES } from '../auth/rbac/resources';
import { core } from './coreResource';
import { ResourceDefinition } from './resourceDefinition';
import { NAMESPACES, SECRETS } from './sharedBuiltIns';

/** The built-in resources of the management cluster. */
export const MANAGEMENT_BUILT_INS: ResourceDefinition[] = [
  NAMESPACES,
  SECRETS,
  core('ServiceAccount', 'serviceaccounts', ['sa']),
  ...RBAC_RESOURCES,
];
