import {
  invalid,
  invalidObject,
  required,
  FieldError,
} from '../status/fieldErrors';
import { isObject, JsonObject, JsonValue, KubeObject } from '../types';
import { Schema } from '../validation/schema';
import { PrinterColumn, ResourceDefinition } from './resourceDefinition';

const GROUP = 'apiextensions.k8s.io';

interface CrdVersion {
  name: string;
  served: boolean;
  storage: boolean;
  schema: { openAPIV3Schema: Schema };
  subresources?: { status?: JsonObject };
  additionalPrinterColumns?: PrinterColumn[];
}

interface CrdSpec {
  group: string;
  scope: 'Namespaced' | 'Cluster';
  names: {
    kind: string;
    plural: string;
    singular?: string;
    listKind?: string;
    shortNames?: string[];
    categories?: string[];
  };
  versions: CrdVersion[];
}

function specOf(manifest: KubeObject): CrdSpec {
  return manifest.spec as unknown as CrdSpec;
}

/** What a CustomResourceDefinition manifest serves: its storage version. */
export function definitionOf(manifest: KubeObject): ResourceDefinition {
  const { group, scope, names, versions } = specOf(manifest);
  const version = versions.find(v => v.storage) ?? versions[0];
  const columns = version.additionalPrinterColumns ?? [
    { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp' },
  ];
  return {
    group,
    version: version.name,
    plural: names.plural,
    singular: names.singular ?? names.kind.toLowerCase(),
    kind: names.kind,
    listKind: names.listKind ?? `${names.kind}List`,
    shortNames: names.shortNames ?? [],
    categories: names.categories ?? [],
    namespaced: scope === 'Namespaced',
    hasStatus: version.subresources?.status !== undefined,
    nameRule: 'subdomain',
    schema: version.schema.openAPIV3Schema,
    columns,
    builtIn: false,
  };
}

function checkSpec(object: KubeObject): FieldError[] {
  const spec = isObject(object.spec) ? object.spec : {};
  const errors: FieldError[] = [];
  for (const field of ['group', 'scope']) {
    if (!spec[field]) errors.push(required(`spec.${field}`));
  }
  const names = isObject(spec.names) ? spec.names : {};
  for (const field of ['plural', 'kind']) {
    if (!names[field]) errors.push(required(`spec.names.${field}`));
  }
  const versions = Array.isArray(spec.versions) ? spec.versions : [];
  const stored = versions.filter(v => isObject(v) && v.storage === true);
  if (stored.length !== 1) {
    errors.push(
      invalid(
        'spec.versions',
        versions.map(v => (isObject(v) ? v.name ?? null : null)),
        'must have exactly one version marked as storage version',
      ),
    );
  }
  versions.forEach((version: JsonValue, index) => {
    const schema =
      isObject(version) && isObject(version.schema) ? version.schema : {};
    if (!isObject(schema.openAPIV3Schema)) {
      errors.push(
        required(
          `spec.versions[${index}].schema.openAPIV3Schema`,
          'schemas are required',
        ),
      );
    }
  });
  const expected = `${names.plural}.${spec.group}`;
  if (object.metadata.name !== expected) {
    errors.push(
      invalid(
        'metadata.name',
        object.metadata.name,
        `must be spec.names.plural+"."+spec.group`,
      ),
    );
  }
  return errors;
}

/** Checks a CustomResourceDefinition and adds the status that says that it is served. */
function prepareCrd(object: KubeObject, previous?: KubeObject): KubeObject {
  const errors = checkSpec(object);
  if (errors.length > 0) {
    throw invalidObject(
      { group: GROUP, kind: 'CustomResourceDefinition' },
      object.metadata.name,
      errors,
    );
  }
  const spec = specOf(object);
  const names = {
    ...spec.names,
    singular: spec.names.singular ?? spec.names.kind.toLowerCase(),
    listKind: spec.names.listKind ?? `${spec.names.kind}List`,
  };
  const since =
    previous?.metadata.creationTimestamp ??
    object.metadata.creationTimestamp ??
    '';
  const condition = (type: string, reason: string, message: string) => ({
    type,
    status: 'True',
    lastTransitionTime: since,
    reason,
    message,
  });
  return {
    ...object,
    spec: {
      ...object.spec,
      names,
      conversion: object.spec?.conversion ?? { strategy: 'None' },
    },
    status: {
      acceptedNames: names,
      conditions: [
        condition('NamesAccepted', 'NoConflicts', 'no conflicts found'),
        condition(
          'Established',
          'InitialNamesAccepted',
          'the initial names have been accepted',
        ),
      ],
      storedVersions: spec.versions.filter(v => v.storage).map(v => v.name),
    },
  };
}

/** CustomResourceDefinitions themselves, as a resource. */
export const CUSTOM_RESOURCE_DEFINITIONS: ResourceDefinition = {
  group: GROUP,
  version: 'v1',
  plural: 'customresourcedefinitions',
  singular: 'customresourcedefinition',
  kind: 'CustomResourceDefinition',
  listKind: 'CustomResourceDefinitionList',
  shortNames: ['crd', 'crds'],
  categories: ['api-extensions'],
  namespaced: false,
  hasStatus: true,
  nameRule: 'subdomain',
  columns: [
    {
      name: 'Created At',
      type: 'date',
      jsonPath: '.metadata.creationTimestamp',
    },
  ],
  builtIn: true,
  prepare: prepareCrd,
};
