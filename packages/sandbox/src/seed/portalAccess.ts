import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { Objects } from '../apiserver/objects';
import { isObject, KubeObject } from '../apiserver/types';

const RBAC = 'rbac.authorization.k8s.io';
const DEPLOY = join(
  dirname(require.resolve('../../package.json')),
  '../../deploy',
);

/** The service account that `deploy/rbac` makes for the Portal. */
export const PORTAL_ACCOUNT = {
  namespace: 'butler-portal',
  name: 'butler-portal',
};

interface Kustomization {
  resources: string[];
  patches?: { patch: string }[];
}

function read(...path: string[]): KubeObject[] {
  return parseAllDocuments(readFileSync(join(...path), 'utf8')).map(
    document => document.toJS() as KubeObject,
  );
}

/** What `kubectl kustomize` makes of a folder, as far as `deploy/` needs it: files, other folders, and deletions. */
function kustomize(folder: string): KubeObject[] {
  const file = readFileSync(join(folder, 'kustomization.yaml'), 'utf8');
  const { resources, patches = [] } = parse(file) as Kustomization;
  const deleted = patches.map(({ patch }) => parse(patch) as KubeObject);
  return resources
    .flatMap(resource =>
      resource.endsWith('.yaml')
        ? read(folder, resource)
        : kustomize(join(folder, resource)),
    )
    .filter(
      ({ kind, metadata }) =>
        !deleted.some(
          other => other.kind === kind && other.metadata.name === metadata.name,
        ),
    );
}

function groupsOf({ spec }: KubeObject): string[] {
  const access = spec?.access;
  const groups = isObject(access) ? access.groups : undefined;
  return Array.isArray(groups)
    ? groups.filter(isObject).map(({ name }) => String(name))
    : [];
}

/**
 * Gives the Portal's service account just what `deploy/rbac` ships, so that a missing rule shows here first, and, as
 * its operator would, lets it impersonate the groups that the Teams name, where it impersonates at all.
 */
export function installPortalAccess(
  objects: Objects,
  teams: KubeObject[],
  impersonation: boolean,
): void {
  const folder = impersonation ? 'rbac' : 'rbac-without-impersonation';
  for (const manifest of kustomize(join(DEPLOY, folder))) {
    objects.create(`${manifest.kind.toLowerCase()}s`, manifest);
  }
  if (!impersonation) return;
  const name = 'butler-portal-team-groups';
  objects.create('clusterroles', {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRole',
    metadata: { name },
    rules: [
      {
        apiGroups: [''],
        resources: ['groups'],
        verbs: ['impersonate'],
        resourceNames: teams.flatMap(groupsOf),
      },
    ],
  });
  objects.create('clusterrolebindings', {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name },
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name },
    subjects: [{ kind: 'ServiceAccount', ...PORTAL_ACCOUNT }],
  });
}
