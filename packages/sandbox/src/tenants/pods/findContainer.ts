import { badRequest } from '../../apiserver/status/errors';
import { Pod } from './pod';

function list(names: string[]): string {
  return `[${names.join(' ')}]`;
}

/**
 * The container that a request for a log or a process means. Without a name it is the only one there is; worded as
 * kube-apiserver does (`pkg/registry/core/pod/strategy.go`).
 *
 * @throws ApiError 400 when there is no such container, or no telling which one
 */
export function findContainer(pod: Pod, wanted: string | undefined): string {
  const { name } = pod.metadata;
  const containers = pod.spec.containers.map(container => container.name);
  const inits = (pod.spec.initContainers ?? []).map(init => init.name);
  if (wanted) {
    if (containers.includes(wanted) || inits.includes(wanted)) return wanted;
    throw badRequest(`container ${wanted} is not valid for pod ${name}`);
  }
  if (containers.length === 1 && inits.length === 0) return containers[0];
  const choice = `a container name must be specified for pod ${name}, choose one of: ${list(
    containers,
  )}`;
  throw badRequest(
    inits.length > 0
      ? `${choice} or one of the init containers: ${list(inits)}`
      : choice,
  );
}
