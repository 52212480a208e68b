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

/** The verb of a request about a resource, as `k8s.io/apiserver/pkg/endpoints/request` tells it. */
export function verbOf(
  method: string,
  { name }: ResourcePath,
  query: URLSearchParams,
): Verb | undefined {
  switch (method) {
    case 'GET':
    case 'HEAD':
      if (['true', '1'].includes(query.get('watch') ?? '')) return 'watch';
      return name === undefined ? 'list' : 'get';
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
