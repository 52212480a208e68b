import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';

function withSome(maps: Record<string, object | undefined>) {
  return Object.fromEntries(
    Object.entries(maps).filter(([, map]) => Object.keys(map ?? {}).length > 0),
  );
}

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
      ...withSome({ labels }),
      ...withSome({ annotations }),
    },
    spec,
  };
}
