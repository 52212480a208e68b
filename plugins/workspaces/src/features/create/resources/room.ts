import { parseQuantity } from '@butler-portal/plugin-butler-common';
import type { ClusterQuota } from '@butler-portal/plugin-butler-common';
import type { Size } from './presets';

/** The parts of a size that a cluster has less of than was asked for. */
export function shortages(size: Size, quota: ClusterQuota): (keyof Size)[] {
  const parts: (keyof Size)[] = ['cpu', 'memory', 'storage'];
  return parts.filter(part => {
    const asked = parseQuantity(size[part].trim());
    const left = quota[part].left;
    const rest = left === undefined ? undefined : parseQuantity(left);
    return asked !== undefined && rest !== undefined && asked > rest;
  });
}
