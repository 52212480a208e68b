import { ResourceDefinition } from '../registry/resourceDefinition';

/** A namespaced resource without a schema, or as told. */
export function aResource(
  more: Partial<ResourceDefinition> = {},
): ResourceDefinition {
  return {
    group: 'example.com',
    version: 'v1',
    plural: 'things',
    singular: 'thing',
    kind: 'Thing',
    listKind: 'ThingList',
    shortNames: [],
    categories: [],
    namespaced: true,
    hasStatus: false,
    nameRule: 'subdomain',
    columns: [],
    builtIn: false,
    ...more,
  };
}
