import { PrinterColumn, ResourceDefinition } from './resourceDefinition';

/** The column that every kind ends with. */
export const AGE: PrinterColumn = {
  name: 'Age',
  type: 'date',
  jsonPath: '.metadata.creationTimestamp',
};

/** A resource of the core group; what is not said is as most of them have it. */
export function core(
  kind: string,
  plural: string,
  shortNames: string[],
  more: Partial<ResourceDefinition> = {},
): ResourceDefinition {
  return {
    group: '',
    version: 'v1',
    plural,
    singular: kind.toLowerCase(),
    kind,
    listKind: `${kind}List`,
    shortNames,
    categories: [],
    namespaced: true,
    hasStatus: false,
    nameRule: 'subdomain',
    columns: [AGE],
    builtIn: true,
    ...more,
  };
}
