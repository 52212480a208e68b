import { InputError } from '@backstage/errors';
import type { ResourceType } from './resourceTypes';

/** Where an object is. */
export interface ObjectKey {
  /** Left out for cluster-scoped kinds. */
  namespace?: string;
  name: string;
}

// A derived name such as `<cluster>-admin-kubeconfig` may be longer than a label.
// https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names
const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const MAX_LENGTH = 253;

// `..` survives encodeURIComponent, and a URL parser then leaves the namespace; an empty name turns
// the delete of an object into the delete of its collection. So nothing but a label passes.
function segment(text: string): string {
  if (text.length > MAX_LENGTH || !NAME.test(text)) {
    throw new InputError(
      `“${text.slice(0, 80)}” cannot be the name of a Kubernetes object.`,
    );
  }
  return encodeURIComponent(text);
}

/** Path of all objects of a kind, in one namespace or in all of them. */
export function collectionPath(type: ResourceType, namespace?: string): string {
  const api = type.group ? `/apis/${type.group}` : '/api';
  const scope =
    namespace === undefined ? '' : `/namespaces/${segment(namespace)}`;
  return `${api}/${type.version}${scope}/${type.plural}`;
}

/** Path of one object. Throws an InputError for what could leave that path. */
export function objectPath(type: ResourceType, key: ObjectKey): string {
  if (type.namespaced !== (key.namespace !== undefined)) {
    throw new Error(`${type.plural}: a namespace is missing or too much`);
  }
  return `${collectionPath(type, key.namespace)}/${segment(key.name)}`;
}
