import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';

/**
 * What belongs into a file: names, labels, annotations and the spec, not what the API server writes.
 * Fields that the Portal does not know stay in it.
 */
export function manifestOf({
  apiVersion,
  kind,
  metadata,
  spec,
}: WorkspaceTemplate): object {
  const { name, namespace, labels, annotations } = metadata;
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      namespace,
      ...(labels && { labels }),
      ...(annotations && { annotations }),
    },
    spec,
  };
}
