import { createHash } from 'node:crypto';
import {
  apiVersionOf,
  ResourceDefinition,
  resourceId,
} from '../registry/resourceDefinition';

const VERBS = [
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'create',
  'update',
  'watch',
];
const STATUS_VERBS = ['get', 'patch', 'update'];

function verbsOf({ computed }: ResourceDefinition): string[] {
  return computed ? ['get', 'list'] : VERBS;
}

function optionalLists(definition: ResourceDefinition): object {
  return {
    ...(definition.shortNames.length > 0 && {
      shortNames: definition.shortNames,
    }),
    ...(definition.categories.length > 0 && {
      categories: definition.categories,
    }),
  };
}

function versionHash(definition: ResourceDefinition): string {
  return createHash('sha256')
    .update(`${resourceId(definition)}/${definition.version}`)
    .digest()
    .subarray(0, 8)
    .toString('base64');
}

function versionEntry({ group, version }: ResourceDefinition) {
  return { groupVersion: `${group}/${version}`, version };
}

/** The groups other than core, in order of their names. */
export function groupNames(definitions: ResourceDefinition[]): string[] {
  return [...new Set(definitions.map(definition => definition.group))]
    .filter(Boolean)
    .sort();
}

/** The `APIGroup` of a group, or undefined when nothing of it is served. */
export function apiGroup(
  definitions: ResourceDefinition[],
  name: string,
): { name: string; versions: object[]; preferredVersion: object } | undefined {
  const versions = new Map(
    definitions
      .filter(definition => definition.group === name)
      .map(definition => [definition.version, versionEntry(definition)]),
  );
  const [preferredVersion] = versions.values();
  return preferredVersion
    ? { name, versions: [...versions.values()], preferredVersion }
    : undefined;
}

/** The `APIResourceList` of a group and version, or undefined when nothing of it is served. */
export function apiResourceList(
  definitions: ResourceDefinition[],
  group: string,
  version: string,
): object | undefined {
  const served = definitions.filter(
    definition => definition.group === group && definition.version === version,
  );
  if (served.length === 0) return undefined;
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: apiVersionOf({ group, version }),
    resources: served.flatMap(definition => [
      {
        name: definition.plural,
        singularName: definition.singular,
        namespaced: definition.namespaced,
        kind: definition.kind,
        verbs: verbsOf(definition),
        ...optionalLists(definition),
        storageVersionHash: versionHash(definition),
      },
      ...(definition.hasStatus
        ? [
            {
              name: `${definition.plural}/status`,
              singularName: '',
              namespaced: definition.namespaced,
              kind: definition.kind,
              verbs: STATUS_VERBS,
            },
          ]
        : []),
    ]),
  };
}

function aggregatedResource(definition: ResourceDefinition): object {
  const { group, version, kind } = definition;
  // The apiextensions and core groups leave their group and version out, as kube-apiserver does.
  const responseKind = definition.builtIn
    ? { group: '', version: '', kind }
    : { group, version, kind };
  return {
    resource: definition.plural,
    responseKind,
    scope: definition.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: definition.singular,
    verbs: definition.builtIn
      ? [...verbsOf(definition)].sort()
      : verbsOf(definition),
    ...optionalLists(definition),
    ...(definition.hasStatus && {
      subresources: [
        { subresource: 'status', responseKind, verbs: STATUS_VERBS },
      ],
    }),
  };
}

/** Discovery in one document (KEP-3352), of the core group or of all others. */
export function aggregatedDiscovery(
  definitions: ResourceDefinition[],
  core: boolean,
): object {
  const names = core ? [''] : groupNames(definitions);
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: names.map(name => {
      const served = definitions.filter(({ group }) => group === name);
      const versions = [...new Set(served.map(({ version }) => version))];
      return {
        metadata: name ? { name } : {},
        versions: versions.map(version => ({
          version,
          resources: served
            .filter(definition => definition.version === version)
            .sort((a, b) => (a.plural < b.plural ? -1 : 1))
            .map(aggregatedResource),
          freshness: 'Current',
        })),
      };
    }),
  };
}
