import { isTrue } from './query';
import { ResourcePath } from './requestInfo';

/** What a request does to a resource, in the words of RBAC. */
export const VERBS = [
  'get',
  'list',
  'watch',
  'create',
  'update',
  'patch',
  'delete',
  'deletecollection',
] as const;

/** One of the verbs. */
export type Verb = (typeof VERBS)[number];

/**
 * The verb of a request about a resource, as `k8s.io/apiserver/pkg/endpoints/request` tells it. What is authorized and what
 * is then done must be the same, so that both ask here.
 */
export function verbOf(
  method: string,
  { name, watch }: ResourcePath,
  query: URLSearchParams,
): Verb | undefined {
  switch (method) {
    case 'GET':
    case 'HEAD':
      if (watch) return 'watch';
      if (name !== undefined) return 'get';
      return isTrue(query.get('watch')) ? 'watch' : 'list';
    case 'POST':
      return 'create';
    case 'PUT':
      return 'update';
    case 'PATCH':
      return 'patch';
    case 'DELETE':
      return name === undefined ? 'deletecollection' : 'delete';
    default:
      return undefined;
  }
}
