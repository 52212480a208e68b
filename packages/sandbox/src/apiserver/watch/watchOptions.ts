import { forbidden, invalidObject, notSupported } from '../status/fieldErrors';
import { parseVersion } from '../http/listing';

/** The parameters of a watch. */
export interface WatchOptions {
  /** Undefined and 0: from the present state, told as ADDED events first. */
  version: number | undefined;
  bookmarks: boolean;
  sendInitialEvents: boolean;
  timeoutSeconds: number;
}

/** kube-apiserver ends a watch after 30 to 60 minutes when the client says nothing. */
const DEFAULT_TIMEOUT_SECONDS = 45 * 60;

/** Reads the parameters of a watch. */
export function parseWatchOptions(query: URLSearchParams): WatchOptions {
  const sendInitialEvents = query.get('sendInitialEvents') === 'true';
  const match = query.get('resourceVersionMatch');
  if (match && !query.has('sendInitialEvents')) {
    throw invalidObject({ group: 'meta.k8s.io', kind: 'ListOptions' }, '', [
      forbidden(
        'resourceVersionMatch',
        'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
      ),
      ...(match === 'NotOlderThan'
        ? []
        : [notSupported('resourceVersionMatch', match, ['NotOlderThan'])]),
    ]);
  }
  const timeout = Number(query.get('timeoutSeconds') ?? 0);
  return {
    version: parseVersion(query.get('resourceVersion') ?? undefined),
    bookmarks: query.get('allowWatchBookmarks') === 'true',
    sendInitialEvents,
    timeoutSeconds: timeout > 0 ? timeout : DEFAULT_TIMEOUT_SECONDS,
  };
}
