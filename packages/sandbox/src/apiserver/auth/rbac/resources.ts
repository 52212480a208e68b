import { AGE } from '../../registry/coreResource';
import { ResourceDefinition } from '../../registry/resourceDefinition';
import { invalidObject } from '../../status/fieldErrors';
import { JsonObject, KubeObject } from '../../types';
import { Schema } from '../../validation/schema';
import { validateValue } from '../../validation/validateValue';
import { RBAC } from './model';
import { prepareBinding, prepareRole } from './validate';

type Prepare = NonNullable<ResourceDefinition['prepare']>;

const STRING: Schema = { type: 'string' };
const STRINGS: Schema = { type: 'array', items: STRING };

const RULES: Schema = {
  type: 'array',
  nullable: true,
  items: {
    type: 'object',
    properties: {
      verbs: STRINGS,
      apiGroups: STRINGS,
      resources: STRINGS,
      resourceNames: STRINGS,
      nonResourceURLs: STRINGS,
    },
  },
};

const AGGREGATION_RULE: Schema = {
  type: 'object',
  properties: {
    clusterRoleSelectors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          matchLabels: { type: 'object', additionalProperties: STRING },
          matchExpressions: {
            type: 'array',
            items: {
              type: 'object',
              properties: { key: STRING, operator: STRING, values: STRINGS },
            },
          },
        },
      },
    },
  },
};

const BINDING: Record<string, Schema> = {
  roleRef: {
    type: 'object',
    properties: { apiGroup: STRING, kind: STRING, name: STRING },
  },
  subjects: {
    type: 'array',
    nullable: true,
    items: {
      type: 'object',
      properties: {
        kind: STRING,
        apiGroup: STRING,
        name: STRING,
        namespace: STRING,
      },
    },
  },
};

/** Rules and subjects can be looked into only once they have their shape. */
function shapedAs(schema: Schema, prepare: Prepare): Prepare {
  return (object: KubeObject, previous?: KubeObject) => {
    const { metadata, ...content } = object;
    const errors = validateValue(content as JsonObject, schema, '');
    if (errors.length > 0) {
      throw invalidObject(
        { group: RBAC, kind: object.kind },
        metadata.name,
        errors,
      );
    }
    return prepare(object, previous);
  };
}

function rbac(
  kind: string,
  namespaced: boolean,
  properties: Record<string, Schema>,
  prepare: Prepare,
  columns = [AGE],
): ResourceDefinition {
  const singular = kind.toLowerCase();
  const schema: Schema = { type: 'object', properties };
  return {
    group: RBAC,
    version: 'v1',
    plural: `${singular}s`,
    singular,
    kind,
    listKind: `${kind}List`,
    shortNames: [],
    categories: [],
    namespaced,
    hasStatus: false,
    nameRule: 'pathSegment',
    schema,
    builtIn: true,
    columns,
    prepare: shapedAs(schema, prepare),
  };
}

const BINDING_COLUMNS = [
  { name: 'Role', type: 'string', jsonPath: '.roleRef.name' },
  AGE,
];

/** Roles and bindings, as resources. */
export const RBAC_RESOURCES: ResourceDefinition[] = [
  rbac('Role', true, { rules: RULES }, prepareRole),
  rbac(
    'ClusterRole',
    false,
    { rules: RULES, aggregationRule: AGGREGATION_RULE },
    prepareRole,
  ),
  rbac('RoleBinding', true, BINDING, prepareBinding, BINDING_COLUMNS),
  rbac('ClusterRoleBinding', false, BINDING, prepareBinding, BINDING_COLUMNS),
];
