import { RBAC_RESOURCES } from '../auth/rbac/resources';
import { ResourceDefinition } from './resourceDefinition';
import { NAMESPACES, SECRETS, SERVICE_ACCOUNTS } from './sharedBuiltIns';

/** The built-in resources of the management cluster. */
export const MANAGEMENT_BUILT_INS: ResourceDefinition[] = [
  NAMESPACES,
  SECRETS,
  SERVICE_ACCOUNTS,
  ...RBAC_RESOURCES,
];
