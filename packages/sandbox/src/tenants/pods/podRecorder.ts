import { Objects } from '../../apiserver/objects';
import { timestamp } from '../../apiserver/rest/metadata';
import { JsonObject, KubeObject } from '../../apiserver/types';
import { Clock } from '../../runtime/clock';
import { recordEvent } from '../events/recordEvent';

/** Writes down what becomes of pods: their status, and events about them. */
export class PodRecorder {
  constructor(
    private readonly objects: Objects,
    private readonly clock: Clock,
  ) {}

  /** The node's time, as Kubernetes writes it. */
  now(): string {
    return timestamp(this.clock.now());
  }

  setStatus(pod: KubeObject, status: JsonObject): void {
    this.objects.patch('pods', pod.metadata, { status }, 'status');
  }

  /** Records an event, in the name of whoever does such things. */
  tell(
    pod: KubeObject,
    reason: string,
    message: string,
    type: 'Normal' | 'Warning' = 'Normal',
  ): void {
    const component = ['Scheduled', 'FailedScheduling'].includes(reason)
      ? 'default-scheduler'
      : 'kubelet';
    const now = this.clock.now();
    recordEvent(this.objects, pod, { type, reason, message, component }, now);
  }
}
