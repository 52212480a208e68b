import {
  exceededBy,
  parseQuantity,
  QUOTA_NAMES,
} from '@butler-portal/plugin-butler-common';
import type {
  ClusterQuota,
  QuotaDemand,
  QuotaName,
} from '@butler-portal/plugin-butler-common';
import { DEFAULT_SIZE } from '../../../components/specForm';
import type { Size } from '../../../components/specForm';

/** One bar: what is used, what this workspace would add, and whether that is too much. */
export interface QuotaBar {
  part: QuotaName;
  used: string;
  /** Undefined where it is not a quantity. */
  asked?: string;
  /** Undefined = unlimited. */
  limit?: string;
  left?: string;
  /** Of the limit, 0 to 100. */
  usedPercent: number;
  askedPercent: number;
  /** More than is left. */
  over: boolean;
}

function percent(part: bigint, whole: bigint): number {
  return whole > BigInt(0) ? Number((part * BigInt(10_000)) / whole) / 100 : 0;
}

/** What the cluster's quota would look like with this workspace in it. */
export function quotaBars(size: Size, quota: ClusterQuota): QuotaBar[] {
  const demand: QuotaDemand = {
    count: '1',
    cpu: size.cpu.trim() || DEFAULT_SIZE.cpu,
    memory: size.memory.trim() || DEFAULT_SIZE.memory,
    storage: size.storage.trim() || DEFAULT_SIZE.storage,
  };
  const exceeded = exceededBy(quota, demand);
  return QUOTA_NAMES.map(part => {
    const { limit, used, left } = quota[part];
    const text = demand[part];
    const asked = parseQuantity(text);
    const whole = limit === undefined ? undefined : parseQuantity(limit);
    const taken = parseQuantity(used) ?? BigInt(0);
    const wanted = asked ?? BigInt(0);
    const usedPercent = whole ? Math.min(percent(taken, whole), 100) : 0;
    return {
      part,
      used,
      asked: asked === undefined ? undefined : text,
      limit,
      left,
      usedPercent,
      askedPercent: whole
        ? Math.min(percent(wanted, whole), 100 - usedPercent)
        : 0,
      over: exceeded.includes(part),
    };
  });
}
