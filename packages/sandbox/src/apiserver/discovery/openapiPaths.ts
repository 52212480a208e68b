import { ResourceDefinition } from '../registry/resourceDefinition';
import {
  nameParameter,
  NAMESPACE_PARAMETER,
  PATCH_PARAMETERS,
  WRITE_PARAMETERS,
} from './openapiParameters';

/** What differs between the operations on one kind. */
interface OperationDetails {
  action: string;
  /** What the operation does, as the identifier begins. */
  does: string;
  description: string;
  /** What stands before and after the kind in the identifier. */
  before?: string;
  after?: string;
  parameters?: object[];
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `ButlerButlerlabsDevV1alpha1`, or `CoreV1` for the core group. */
function groupVersionName({ group, version }: ResourceDefinition): string {
  const parts = group ? group.split(/[.-]/) : ['core'];
  return [...parts, version].map(capitalized).join('');
}

function operation(
  definition: ResourceDefinition,
  { action, does, description, ...details }: OperationDetails,
): object {
  const { group, version, kind, namespaced } = definition;
  const scope = namespaced ? 'Namespaced' : '';
  const { before = scope, after = '', parameters } = details;
  return {
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': { group, version, kind },
    operationId: `${does}${groupVersionName(
      definition,
    )}${before}${kind}${after}`,
    description,
    ...(parameters && { parameters }),
    responses: { 200: { description: 'OK' } },
  };
}

function collectionPath(definition: ResourceDefinition): object {
  const { kind, namespaced } = definition;
  const scope = namespaced ? 'Namespaced' : '';
  return {
    get: operation(definition, {
      action: 'list',
      does: 'list',
      description: `list objects of kind ${kind}`,
    }),
    post: operation(definition, {
      action: 'post',
      does: 'create',
      description: `create a ${kind}`,
      parameters: WRITE_PARAMETERS,
    }),
    delete: operation(definition, {
      action: 'deletecollection',
      does: 'delete',
      before: `Collection${scope}`,
      description: `delete collection of ${kind}`,
    }),
    parameters: namespaced ? [NAMESPACE_PARAMETER] : [],
  };
}

function objectOperations(
  definition: ResourceDefinition,
  subresource: string,
): object {
  const { kind } = definition;
  const of = subresource ? `${subresource} of ` : '';
  const after = capitalized(subresource);
  return {
    get: operation(definition, {
      action: 'get',
      does: 'read',
      after,
      description: `read ${of}the specified ${kind}`,
    }),
    put: operation(definition, {
      action: 'put',
      does: 'replace',
      after,
      description: `replace ${of}the specified ${kind}`,
      parameters: WRITE_PARAMETERS,
    }),
    patch: operation(definition, {
      action: 'patch',
      does: 'patch',
      after,
      description: `partially update ${of}the specified ${kind}`,
      parameters: PATCH_PARAMETERS,
    }),
  };
}

/** The paths of a resource, under the path of its group and version. */
export function pathsOf(
  definition: ResourceDefinition,
  root: string,
): Record<string, object> {
  const { plural, namespaced, kind, hasStatus } = definition;
  const base = `/${root}${
    namespaced ? '/namespaces/{namespace}' : ''
  }/${plural}`;
  const parameters = [
    nameParameter(kind),
    ...(namespaced ? [NAMESPACE_PARAMETER] : []),
  ];
  return {
    [base]: collectionPath(definition),
    [`${base}/{name}`]: {
      ...objectOperations(definition, ''),
      delete: operation(definition, {
        action: 'delete',
        does: 'delete',
        description: `delete a ${kind}`,
      }),
      parameters,
    },
    ...(hasStatus && {
      [`${base}/{name}/status`]: {
        ...objectOperations(definition, 'status'),
        parameters,
      },
    }),
    ...(namespaced && {
      [`/${root}/${plural}`]: {
        get: operation(definition, {
          action: 'list',
          does: 'list',
          before: '',
          after: 'ForAllNamespaces',
          description: `list objects of kind ${kind}`,
        }),
        parameters: [],
      },
    }),
  };
}
