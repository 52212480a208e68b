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

const FINALIZE_VERBS = ['update'];

interface ServedSubresource {
  name: string;
  kind: string;
  verbs: string[];
}

/** A resource, as discovery tells of it. */
export interface ServedResource
  extends Pick<
    ResourceDefinition,
    | 'group'
    | 'version'
    | 'plural'
    | 'singular'
    | 'kind'
    | 'namespaced'
    | 'shortNames'
    | 'categories'
    | 'builtIn'
  > {
  verbs: string[];
  subresources: ServedSubresource[];
}

/** What a definition serves: its objects, and what it has under them. */
export function servedResource(definition: ResourceDefinition): ServedResource {
  const { kind, hasStatus, computed, subresources = {} } = definition;
  return {
    ...definition,
    verbs: computed ? ['get', 'list'] : VERBS,
    subresources: [
      ...Object.entries(subresources).map(([name, own]) => ({
        name,
        kind: own.kind ?? kind,
        verbs: own.verbs,
      })),
      ...(kind === 'Namespace'
        ? [{ name: 'finalize', kind, verbs: FINALIZE_VERBS }]
        : []),
      ...(hasStatus ? [{ name: 'status', kind, verbs: STATUS_VERBS }] : []),
    ],
  };
}

function optionalLists(served: ServedResource): object {
  return {
    ...(served.shortNames.length > 0 && { shortNames: served.shortNames }),
    ...(served.categories.length > 0 && { categories: served.categories }),
  };
}

function versionHash(definition: ServedResource): string {
  return createHash('sha256')
    .update(`${resourceId(definition)}/${definition.version}`)
    .digest()
    .subarray(0, 8)
    .toString('base64');
}

function versionEntry({ group, version }: ServedResource) {
  return { groupVersion: `${group}/${version}`, version };
}

/** The groups other than core, in order of their names. */
export function groupNames(resources: ServedResource[]): string[] {
  return [...new Set(resources.map(({ group }) => group))]
    .filter(Boolean)
    .sort();
}

/** The `APIGroup` of a group, or undefined when nothing of it is served. */
export function apiGroup(
  resources: ServedResource[],
  name: string,
): { name: string; versions: object[]; preferredVersion: object } | undefined {
  const versions = new Map(
    resources
      .filter(({ group }) => group === name)
      .map(resource => [resource.version, versionEntry(resource)]),
  );
  const [preferredVersion] = versions.values();
  return preferredVersion
    ? { name, versions: [...versions.values()], preferredVersion }
    : undefined;
}

/** The `APIResourceList` of a group and version, or undefined when nothing of it is served. */
export function apiResourceList(
  resources: ServedResource[],
  group: string,
  version: string,
): object | undefined {
  const served = resources.filter(
    resource => resource.group === group && resource.version === version,
  );
  if (served.length === 0) return undefined;
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: apiVersionOf({ group, version }),
    resources: served.flatMap(resource => [
      {
        name: resource.plural,
        singularName: resource.singular,
        namespaced: resource.namespaced,
        kind: resource.kind,
        verbs: resource.verbs,
        ...optionalLists(resource),
        // Of what is stored only.
        ...(resource.verbs.includes('watch') && {
          storageVersionHash: versionHash(resource),
        }),
      },
      ...resource.subresources.map(({ name, kind, verbs }) => ({
        name: `${resource.plural}/${name}`,
        singularName: '',
        namespaced: resource.namespaced,
        kind,
        verbs,
      })),
    ]),
  };
}

function aggregatedResource(resource: ServedResource): object {
  const { group, version, builtIn, subresources } = resource;
  // The apiextensions and core groups leave their group and version out, as kube-apiserver does.
  const responseKind = (kind: string) =>
    builtIn ? { group: '', version: '', kind } : { group, version, kind };
  return {
    resource: resource.plural,
    responseKind: responseKind(resource.kind),
    scope: resource.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: resource.singular,
    verbs: builtIn ? [...resource.verbs].sort() : resource.verbs,
    ...optionalLists(resource),
    ...(subresources.length > 0 && {
      subresources: subresources.map(({ name, kind, verbs }) => ({
        subresource: name,
        responseKind: responseKind(kind),
        verbs,
      })),
    }),
  };
}

/** Discovery in one document (KEP-3352), of the core group or of all others. */
export function aggregatedDiscovery(
  resources: ServedResource[],
  core: boolean,
): object {
  const names = core ? [''] : groupNames(resources);
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: names.map(name => {
      const served = resources.filter(({ group }) => group === name);
      const versions = [...new Set(served.map(({ version }) => version))];
      return {
        metadata: name ? { name } : {},
        versions: versions.map(version => ({
          version,
          resources: served
            .filter(resource => resource.version === version)
            .sort((a, b) => (a.plural < b.plural ? -1 : 1))
            .map(aggregatedResource),
          freshness: 'Current',
        })),
      };
    }),
  };
}
