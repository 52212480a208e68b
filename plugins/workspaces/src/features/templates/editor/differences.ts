import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';

/** A field that two versions of a template have differently. */
export interface Difference {
  /** As Kubernetes writes paths, below `spec`. */
  path: string;
  /** Undefined = not there. */
  before?: string;
  after?: string;
}

function leaves(node: unknown, path: string, into: Map<string, string>) {
  if (typeof node !== 'object' || node === null) {
    if (node !== undefined) into.set(path, String(node));
    return;
  }
  for (const [name, child] of Object.entries(node)) {
    const step = Array.isArray(node) ? `[${name}]` : `.${name}`;
    leaves(child, path + step, into);
  }
}

function fieldsOf(spec: WorkspaceTemplate['spec']): Map<string, string> {
  const fields = new Map<string, string>();
  leaves(spec, '', fields);
  return fields;
}

/** What has changed from one version of a template to another, field by field. */
export function differences(
  one: WorkspaceTemplate['spec'],
  other: WorkspaceTemplate['spec'],
): Difference[] {
  const before = fieldsOf(one);
  const after = fieldsOf(other);
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter(path => before.get(path) !== after.get(path))
    .map(path => ({
      path: path.replace(/^\./, ''),
      before: before.get(path),
      after: after.get(path),
    }));
}
