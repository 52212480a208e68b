import { randomBytes } from 'node:crypto';
import { Objects } from '../../apiserver/objects';
import { timestamp } from '../../apiserver/rest/metadata';
import { ObjectMeta } from '../../apiserver/types';

/** What happened to an object. */
export interface EventText {
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  /** Who tells: `kubelet`, `default-scheduler` … */
  component: string;
}

/** Writes the Event that `kubectl describe` shows for an object. */
export function recordEvent(
  objects: Objects,
  involved: { apiVersion: string; kind: string; metadata: ObjectMeta },
  { type, reason, message, component }: EventText,
  now: Date,
): void {
  const {
    name,
    namespace = 'default',
    uid,
    resourceVersion,
  } = involved.metadata;
  const at = timestamp(now);
  objects.create('events', {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `${name}.${randomBytes(8).toString('hex')}`, namespace },
    involvedObject: {
      apiVersion: involved.apiVersion,
      kind: involved.kind,
      namespace,
      name,
      uid,
      resourceVersion,
    },
    type,
    reason,
    message,
    count: 1,
    firstTimestamp: at,
    lastTimestamp: at,
    source: { component },
    reportingComponent: component,
    reportingInstance: '',
  });
}
