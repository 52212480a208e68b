import {
  FieldError,
  forbidden,
  invalidObject,
  notSupported,
} from '../status/fieldErrors';
import { parseVersion } from '../http/listing';
import { isTrue } from '../http/query';

/** The parameters of a watch. */
export interface WatchOptions {
  /** Where to resume; undefined and 0 are the present. */
  version: number | undefined;
  bookmarks: boolean;
  /** Whether the present state comes first, as ADDED events. */
  initialEvents: boolean;
  /** Whether a bookmark says where that state ends (KEP-3157). */
  marksInitialEnd: boolean;
  timeoutSeconds: number;
}

/** kube-apiserver ends a watch after 30 to 60 minutes when the client says nothing. */
const DEFAULT_TIMEOUT_SECONDS = 45 * 60;

function assertMatch(query: URLSearchParams): void {
  const match = query.get('resourceVersionMatch');
  const asksForInitial = query.has('sendInitialEvents');
  const errors: FieldError[] = [];
  if (match && !asksForInitial) {
    errors.push(
      forbidden(
        'resourceVersionMatch',
        'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
      ),
    );
  }
  if (asksForInitial && match !== 'NotOlderThan') {
    errors.push(
      forbidden(
        'resourceVersionMatch',
        'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
      ),
    );
  }
  if (match && match !== 'NotOlderThan') {
    errors.push(notSupported('resourceVersionMatch', match, ['NotOlderThan']));
  }
  if (errors.length > 0) {
    throw invalidObject(
      { group: 'meta.k8s.io', kind: 'ListOptions' },
      '',
      errors,
    );
  }
}

/** Reads the parameters of a watch. */
export function parseWatchOptions(query: URLSearchParams): WatchOptions {
  assertMatch(query);
  const version = parseVersion(query.get('resourceVersion'));
  const asked = query.get('sendInitialEvents');
  const timeout = Number(query.get('timeoutSeconds') ?? 0);
  return {
    version,
    bookmarks: isTrue(query.get('allowWatchBookmarks')),
    initialEvents: asked === null ? !version : isTrue(asked),
    marksInitialEnd: asked === null ? !version : isTrue(asked),
    timeoutSeconds: timeout > 0 ? timeout : DEFAULT_TIMEOUT_SECONDS,
  };
}
