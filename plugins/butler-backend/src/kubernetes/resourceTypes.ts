import {
  BUTLER_GROUP,
  BUTLER_VERSION,
  SYSTEM_NAMESPACE,
} from '@butler-portal/plugin-butler-common';

/** One kind of the Kubernetes API, as far as a path needs it. */
export interface ResourceType {
  /** Empty for the core API. */
  group: string;
  version: string;
  plural: string;
  namespaced: boolean;
}

function butler(plural: string, namespaced: boolean): ResourceType {
  return { group: BUTLER_GROUP, version: BUTLER_VERSION, plural, namespaced };
}

function core(plural: string, namespaced: boolean = true): ResourceType {
  return { group: '', version: 'v1', plural, namespaced };
}

function apps(plural: string): ResourceType {
  return { group: 'apps', version: 'v1', plural, namespaced: true };
}

export const WORKSPACES = butler('workspaces', true);
export const WORKSPACE_TEMPLATES = butler('workspacetemplates', true);
export const TENANT_CLUSTERS = butler('tenantclusters', true);
export const TEAMS = butler('teams', false);
export const USERS = butler('users', false);
export const SECRETS = core('secrets');
export const SERVICES = core('services');
export const PODS = core('pods');
export const EVENTS = core('events');
export const VOLUME_CLAIMS = core('persistentvolumeclaims');
export const NAMESPACES = core('namespaces', false);
export const NODES = core('nodes', false);
export const DEPLOYMENTS = apps('deployments');
export const STATEFUL_SETS = apps('statefulsets');
export const POD_METRICS: ResourceType = {
  group: 'metrics.k8s.io',
  version: 'v1beta1',
  plural: 'pods',
  namespaced: true,
};

/**
 * Where the Portal reads a kind when it looks at these namespaces only, or everywhere when they are left
 * out. Undefined is the whole cluster.
 */
export function placesOf(
  type: ResourceType,
  namespaces?: readonly string[],
): readonly (string | undefined)[] {
  if (!type.namespaced || !namespaces) return [undefined];
  // The cluster templates are for every team.
  return type === WORKSPACE_TEMPLATES
    ? [...new Set([...namespaces, SYSTEM_NAMESPACE])]
    : namespaces;
}
