import { parseResourcePath } from '../http/requestInfo';
import { verbOf } from '../http/verb';
import { ApiError } from '../status/apiError';
import { qualified } from '../status/errors';
import { UserInfo } from './userInfo';

/** A request about a resource, as authorizers see it. */
export interface ResourceAttributes {
  kind: 'resource';
  verb: string;
  group: string;
  resource: string;
  subresource?: string;
  namespace?: string;
  name?: string;
}

/** A request about a path that is no resource. */
export interface PathAttributes {
  kind: 'path';
  verb: string;
  path: string;
}

/** What somebody wants to do. */
export type Attributes = ResourceAttributes | PathAttributes;

/** A list of one name is authorized for that name, so that `resourceNames` can allow it. */
function selectedName(query: URLSearchParams): string | undefined {
  const terms = (query.get('fieldSelector') ?? '').split(',');
  return terms
    .map(term => /^metadata\.name==?([^=].*)$/.exec(term)?.[1])
    .find(Boolean);
}

/** What a request asks for (`RequestInfoFactory` of `k8s.io/apiserver/pkg/endpoints/request`). */
export function attributesOf(method: string, url: string): Attributes {
  const [rawPath, rawQuery = ''] = url.split('?', 2);
  const path = parseResourcePath(rawPath);
  if (!path) {
    const verb = method.toLowerCase();
    return { kind: 'path', verb, path: rawPath };
  }
  const query = new URLSearchParams(rawQuery);
  const verb = verbOf(method, path, query) ?? method.toLowerCase();
  const { group, plural, subresource } = path;
  const reads = verb === 'list' || verb === 'watch';
  const name = path.name ?? (reads ? selectedName(query) : undefined);
  // A namespace is in itself: a Role in it may allow to read it.
  const namespace =
    group === '' && plural === 'namespaces' ? path.name : path.namespace;
  return {
    kind: 'resource',
    verb,
    group,
    resource: plural,
    ...(namespace !== undefined && { namespace }),
    ...(subresource !== undefined && { subresource }),
    ...(name !== undefined && { name }),
  };
}

function describe(username: string, attributes: Attributes): string {
  const { verb } = attributes;
  if (attributes.kind === 'path') {
    return `User ${JSON.stringify(
      username,
    )} cannot ${verb} path ${JSON.stringify(attributes.path)}`;
  }
  const { group, resource, subresource, namespace } = attributes;
  const whole = subresource ? `${resource}/${subresource}` : resource;
  const where = namespace
    ? `in the namespace ${JSON.stringify(namespace)}`
    : 'at the cluster scope';
  return `User ${JSON.stringify(
    username,
  )} cannot ${verb} resource ${JSON.stringify(
    whole,
  )} in API group ${JSON.stringify(group)} ${where}`;
}

/** The 403 for what somebody may not do, in the words of `k8s.io/apiserver`'s `responsewriters.Forbidden`. */
export function forbidden(
  { username }: UserInfo,
  attributes: Attributes,
  reason: string,
): ApiError {
  const why = `${describe(username, attributes)}${reason && `: ${reason}`}`;
  if (attributes.kind === 'path') {
    return new ApiError(403, 'Forbidden', `forbidden: ${why}`, {});
  }
  const { group, resource, name } = attributes;
  const what = qualified({ group, plural: resource });
  const named = name ? `${what} ${JSON.stringify(name)}` : what;
  return new ApiError(403, 'Forbidden', `${named} is forbidden: ${why}`, {
    ...(name && { name }),
    ...(group && { group }),
    kind: resource,
  });
}
