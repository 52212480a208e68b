import {
  BUTLER_GROUP,
  BUTLER_VERSION,
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

function core(plural: string): ResourceType {
  return { group: '', version: 'v1', plural, namespaced: true };
}

export const WORKSPACES = butler('workspaces', true);
export const WORKSPACE_TEMPLATES = butler('workspacetemplates', true);
export const TENANT_CLUSTERS = butler('tenantclusters', true);
export const TEAMS = butler('teams', false);
export const USERS = butler('users', false);
export const SECRETS = core('secrets');
export const SERVICES = core('services');
export const PODS = core('pods');
