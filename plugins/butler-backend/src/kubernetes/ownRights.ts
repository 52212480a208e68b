import { BUTLER_GROUP } from '@butler-portal/plugin-butler-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { KubernetesClient } from './KubernetesClient';
import {
  placesOf,
  TEAMS,
  TENANT_CLUSTERS,
  USERS,
  WORKSPACE_TEMPLATES,
  WORKSPACES,
} from './resourceTypes';
import type { ResourceType } from './resourceTypes';

/** One thing that the Portal's account must be allowed. */
export interface Right {
  /** As a SelfSubjectAccessReview asks about it. */
  attributes: {
    group: string;
    resource: string;
    verb: string;
    namespace?: string;
    name?: string;
  };
  /** What does not work without it. */
  without: string;
  /** The file of deploy/ that gives it. */
  manifest: string;
}

const PORTAL = 'deploy/rbac/portal.yaml';
const IMPERSONATION = 'deploy/rbac/impersonation.yaml';
const OWN_WRITES = 'deploy/rbac-without-impersonation/portal-writes.yaml';
const REVIEWS = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

const KINDS: [ResourceType, string][] = [
  [TEAMS, 'nobody has a team'],
  [USERS, 'nobody is known'],
  [TENANT_CLUSTERS, 'there is no cluster to create a workspace on'],
  [WORKSPACE_TEMPLATES, 'there are no templates'],
  [WORKSPACES, 'there are no workspaces'],
];

function readRights(namespaces?: readonly string[]): Right[] {
  return KINDS.flatMap(([type, without]) =>
    placesOf(type, namespaces).flatMap(namespace =>
      ['list', 'watch'].map(verb => ({
        attributes: {
          group: type.group,
          resource: type.plural,
          verb,
          namespace,
        },
        without: `the Portal answers nothing but 503, since ${without} until it can`,
        manifest: PORTAL,
      })),
    ),
  );
}

function impersonationRights(): Right[] {
  const impersonate = { group: '', verb: 'impersonate' };
  const manifest = IMPERSONATION;
  return [
    {
      attributes: { ...impersonate, resource: 'users' },
      without: 'nobody creates, changes or deletes a workspace or a template',
      manifest,
    },
    {
      attributes: {
        ...impersonate,
        resource: 'groups',
        name: 'system:authenticated',
      },
      without: 'nobody creates, changes or deletes a workspace or a template',
      manifest,
    },
    ...['admins', 'viewers'].map(role => ({
      attributes: {
        ...impersonate,
        resource: 'groups',
        name: `butler:platform-${role}`,
      },
      without: `platform ${role} change nothing through the Portal`,
      manifest,
    })),
  ];
}

function writeRights(): Right[] {
  return ['workspaces', 'workspacetemplates'].flatMap(resource =>
    ['get', 'create', 'patch', 'delete'].map(verb => ({
      attributes: { group: BUTLER_GROUP, resource, verb },
      without: `nobody can ${verb} ${resource}, since impersonation is off`,
      manifest: OWN_WRITES,
    })),
  );
}

/** All that the Portal's account needs, in the order of deploy/. */
export function neededRights(options: {
  impersonation: boolean;
  namespaces?: readonly string[];
}): Right[] {
  return [
    ...readRights(options.namespaces),
    ...['get', 'patch'].map(verb => ({
      attributes: { group: BUTLER_GROUP, resource: 'users', verb },
      without: 'nobody adds or removes SSH keys of their profile',
      manifest: PORTAL,
    })),
    {
      attributes: { group: '', resource: 'secrets', verb: 'get' },
      without:
        'the Portal has no kubeconfig of any tenant cluster: workspaces do not stop, and there is no terminal, diagnosis or host key',
      manifest: PORTAL,
    },
    {
      attributes: { group: '', resource: 'secrets', verb: 'list' },
      without: 'nobody can choose Git credentials for a repository',
      manifest: PORTAL,
    },
    ...(options.impersonation ? impersonationRights() : writeRights()),
  ];
}

/** The rights that the API server says the account lacks. Throws as `KubernetesClient.request` does. */
export async function missingRights(
  client: KubernetesClient,
  needed: Right[],
): Promise<Right[]> {
  const missing: Right[] = [];
  // One after the other: nobody waits for the answers, and the first lists are under way.
  for (const right of needed) {
    const { status } = await client.request<{
      status?: { allowed?: boolean };
    }>({
      method: 'POST',
      path: REVIEWS,
      body: {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: right.attributes },
      },
      // It asks, and changes nothing.
      repeatable: true,
    });
    if (!status?.allowed) missing.push(right);
  }
  return missing;
}

/** What the account lacks, for whoever runs the Portal. */
export function explainRight({ attributes, without, manifest }: Right): string {
  const { group, resource, verb, namespace, name } = attributes;
  const what = [
    `${resource}${group && `.${group}`}`,
    name && `“${name}”`,
    namespace && `in ${namespace}`,
  ];
  return `The Portal’s account may not ${verb} ${what
    .filter(Boolean)
    .join(
      ' ',
    )}. Without it ${without}. Apply ${manifest}, or give the account this right.`;
}

/** Says in the log what the account lacks; what it has goes on working. */
export async function reportMissingRights(
  client: KubernetesClient,
  needed: Right[],
  logger: LoggerService,
): Promise<void> {
  try {
    const missing = await missingRights(client, needed);
    for (const right of missing) logger.warn(explainRight(right));
    if (!missing.length) logger.info('The Portal’s account has all its rights');
  } catch (error) {
    logger.warn(`Cannot ask what the Portal’s account may do: ${error}`);
  }
}
