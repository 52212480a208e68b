const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** RFC 1123 label: what Kubernetes takes as the name of a namespace, and what Butler's objects are called. */
export const MAX_NAME_LENGTH = 63;

// The Service of a workspace W is called `ws-W-ssh` and is itself a label of at most 63 characters.
const SERVICE_AFFIXES = 'ws--ssh';

/** The longest name that a workspace can have. */
export const MAX_WORKSPACE_NAME_LENGTH =
  MAX_NAME_LENGTH - SERVICE_AFFIXES.length;

/**
 * Whether the text is an RFC 1123 label. Everything that is put into the path of a request to
 * Kubernetes goes through this first: dots and slashes would leave the collection or the namespace.
 */
export function isDnsLabel(text: string): boolean {
  return text.length <= MAX_NAME_LENGTH && DNS_LABEL.test(text);
}

/** Whether the text can be the name of a workspace. */
export function isWorkspaceName(text: string): boolean {
  return text.length <= MAX_WORKSPACE_NAME_LENGTH && DNS_LABEL.test(text);
}

// https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names
const DNS_SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const MAX_SUBDOMAIN_LENGTH = 253;

/** Whether the text can be the name of a Secret or a Deployment: labels with dots between them. */
export function isDnsSubdomain(text: string): boolean {
  return text.length <= MAX_SUBDOMAIN_LENGTH && DNS_SUBDOMAIN.test(text);
}
