import { KubeObject } from '../types';
import { timestamp } from './metadata';
import { DeleteOptions } from './options';

/** The finalizers by which the garbage collector keeps an object until it has seen to what that owns. */
export const GC_FINALIZERS = {
  orphan: 'orphan',
  foreground: 'foregroundDeletion',
} as const;

/** The finalizers of an object whose deletion begins (`deletionFinalizersForGarbageCollection`). */
function finalizersForDeletion(
  finalizers: string[],
  { propagationPolicy }: DeleteOptions,
): string[] {
  if (propagationPolicy === undefined) return finalizers;
  const collector: string[] = Object.values(GC_FINALIZERS);
  const others = finalizers.filter(name => !collector.includes(name));
  if (propagationPolicy === 'Orphan') return [...others, GC_FINALIZERS.orphan];
  if (propagationPolicy === 'Foreground') {
    return [...others, GC_FINALIZERS.foreground];
  }
  return others;
}

/** An object as being deleted; itself, when it was already and nothing about that changes. */
export function markDeleted(
  current: KubeObject,
  options: DeleteOptions,
  now: Date,
  graceSeconds = 0,
): KubeObject {
  const { finalizers = [], generation, deletionTimestamp } = current.metadata;
  const next = finalizersForDeletion(finalizers, options);
  const sameFinalizers =
    next.length === finalizers.length &&
    next.every(name => finalizers.includes(name));
  if (deletionTimestamp && sameFinalizers) return current;
  return {
    ...current,
    metadata: {
      ...current.metadata,
      ...(next.length > 0 ? { finalizers: next } : { finalizers: undefined }),
      deletionGracePeriodSeconds: graceSeconds,
      deletionTimestamp:
        deletionTimestamp ??
        timestamp(new Date(now.getTime() + graceSeconds * 1_000)),
      ...(generation !== undefined &&
        !deletionTimestamp && { generation: generation + 1 }),
    },
  };
}
