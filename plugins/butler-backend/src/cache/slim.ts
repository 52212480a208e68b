import type { KubeObject } from '@butler-portal/plugin-butler-common';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Takes away, in place, what is never read and makes up more than half of an object. */
export function slim<T extends KubeObject>(object: T): T {
  const metadata: T['metadata'] & { managedFields?: unknown } = object.metadata;
  delete metadata.managedFields;
  if (metadata.annotations) delete metadata.annotations[LAST_APPLIED];
  return object;
}
