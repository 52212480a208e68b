import { KubeObject } from '../../apiserver/types';
import { Pod, podOf } from './pod';
import { PodRecorder } from './podRecorder';
import { pendingStatus } from './podStatus';

/**
 * The images of these registries can't be pulled: the name is reserved for what never resolves (RFC 2606), so that it
 * fails in a real cluster as well.
 */
export function unpullable(pod: Pod): string | undefined {
  return [...(pod.spec.initContainers ?? []), ...pod.spec.containers]
    .map(({ image }) => image ?? '')
    .find(image => /^[^/]+\.invalid(:\d+)?\//.test(image));
}

/** The pod waits for an image that can't be pulled. Recorded once. */
export function failToPull(
  recorder: PodRecorder,
  object: KubeObject,
  image: string,
): void {
  const pod = podOf(object);
  const waiting = [
    ...(pod.status?.initContainerStatuses ?? []),
    ...(pod.status?.containerStatuses ?? []),
  ].some(({ state }) => state.waiting?.reason === 'ImagePullBackOff');
  if (waiting) return;
  const host = image.split('/')[0];
  const why = `failed to resolve reference "${image}": failed to do request: dial tcp: lookup ${host}: no such host`;
  recorder.tell(object, 'Pulling', `Pulling image "${image}"`);
  recorder.tell(
    object,
    'Failed',
    `Failed to pull image "${image}": ${why}`,
    'Warning',
  );
  recorder.tell(object, 'Failed', 'Error: ImagePullBackOff', 'Warning');
  recorder.setStatus(
    object,
    pendingStatus(pod, recorder.now(), {
      reason: 'ImagePullBackOff',
      message: `Back-off pulling image "${image}": ErrImagePull: ${why}`,
    }),
  );
}
