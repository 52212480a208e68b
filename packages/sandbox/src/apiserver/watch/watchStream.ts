import { KubeObject } from '../types';
import { StoreEvent } from '../storage/watchHistory';
import { ObjectPredicate } from '../selectors/fieldSelector';

/** One event as a watch sends it. */
export interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  object: KubeObject;
}

/**
 * What a watch with a selector sees of a change: an object that begins to fit is added, one that ceases to fit is
 * deleted (with its last fitting state and the change's version, as the watch cache of kube-apiserver does).
 */
export function visibleEvent(
  event: StoreEvent,
  fits: ObjectPredicate,
): WatchEvent | undefined {
  const fitted = event.previous !== undefined && fits(event.previous);
  if (event.type === 'DELETED') {
    return fitted ? { type: 'DELETED', object: event.object } : undefined;
  }
  const fitsNow = fits(event.object);
  if (fitsNow) {
    return { type: fitted ? 'MODIFIED' : 'ADDED', object: event.object };
  }
  if (fitted && event.previous) {
    const { resourceVersion } = event.object.metadata;
    return {
      type: 'DELETED',
      object: {
        ...event.previous,
        metadata: { ...event.previous.metadata, resourceVersion },
      },
    };
  }
  return undefined;
}
