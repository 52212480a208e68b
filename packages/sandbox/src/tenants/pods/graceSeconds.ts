import { KubeObject } from '../../apiserver/types';
import { podOf } from './pod';

const DEFAULT_SECONDS = 30;

/** How long a pod may take to end: what it says itself, and no time where nothing of it runs (`pkg/registry/core/pod/strategy.go`). */
export function graceSeconds(object: KubeObject): number {
  const { spec, status } = podOf(object);
  if (!spec.nodeName || ['Failed', 'Succeeded'].includes(status?.phase ?? '')) {
    return 0;
  }
  return spec.terminationGracePeriodSeconds ?? DEFAULT_SECONDS;
}
