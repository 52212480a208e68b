import { ServerResponse } from 'node:http';
import {
  apiVersionOf,
  ResourceDefinition,
  resourceId,
} from '../registry/resourceDefinition';
import { selection } from '../selectors/selection';
import { expired } from '../status/errors';
import { jsonOf } from '../storage/json';
import { Store } from '../storage/store';
import { StoreEvent } from '../storage/watchHistory';
import { KubeObject } from '../types';
import { assertReached } from '../http/listing';
import { parseWatchOptions, WatchOptions } from './watchOptions';
import { visibleEvent, WatchEvent } from './watchStream';
import { WatchGate } from './watchGate';

const BOOKMARK_INTERVAL = 60_000;
/** How long before the end of a watch the last bookmark comes. */
const LAST_BOOKMARK_LEAD = 2_000;
/** Node fires a timer beyond 24.8 days at once. */
const MAX_TIMER = 2 ** 31 - 1;

/** A watch request, ready to be served. */
export interface WatchRequest {
  store: Store;
  definition: ResourceDefinition;
  namespace?: string;
  query: URLSearchParams;
  response: ServerResponse;
  gate: WatchGate;
  /** Turns an object into the shape that the client asked for. */
  shape: (object: KubeObject, first: boolean) => unknown;
}

/**
 * Bookmarks every minute and once more before the end, where the client takes them, and the end.
 *
 * @returns a function that calls all of it off
 */
function schedule(
  { bookmarks, timeoutSeconds }: WatchOptions,
  remind: () => void,
  end: () => void,
): () => void {
  const length = Math.min(timeoutSeconds * 1000, MAX_TIMER);
  const timers = [setTimeout(end, length)];
  if (bookmarks) {
    const last = Math.max(length - LAST_BOOKMARK_LEAD, 500);
    timers.push(setInterval(remind, BOOKMARK_INTERVAL));
    timers.push(setTimeout(remind, last));
  }
  timers.forEach(timer => timer.unref());
  return () => timers.forEach(timer => clearTimeout(timer));
}

/** Streams changes to a client until it goes, the time is over or the server cuts it off. */
export function serveWatch(request: WatchRequest): void {
  const { store, definition, namespace, query, response, gate } = request;
  const options = parseWatchOptions(query);
  const fitsSelectors = selection({
    selectableFields: definition.selectableFields,
    labelSelector: query.get('labelSelector') ?? undefined,
    fieldSelector: query.get('fieldSelector') ?? undefined,
  });
  const fits = (object: KubeObject) =>
    (!namespace || object.metadata.namespace === namespace) &&
    fitsSelectors(object);
  const collection = store.collection(resourceId(definition));
  if (options.version) assertReached(options.version, store);
  const missed =
    options.initialEvents || !options.version
      ? []
      : collection.history.since(options.version);

  response.writeHead(200, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-cache, private',
    'Transfer-Encoding': 'chunked',
  });
  // A client has to know at once that the watch stands, also when nothing changes.
  response.flushHeaders();

  let first = true;
  let lastSent = store.revision;
  const send = (event: WatchEvent) => {
    const object = request.shape(event.object, first);
    first = false;
    const json = jsonOf(object as KubeObject);
    gate.write(response, `{"type":"${event.type}","object":${json}}\n`);
  };
  const bookmark = (annotations?: Record<string, string>) =>
    send({
      type: 'BOOKMARK',
      object: {
        apiVersion: apiVersionOf(definition),
        kind: definition.kind,
        metadata: {
          resourceVersion: String(lastSent),
          ...(annotations && { annotations }),
        } as KubeObject['metadata'],
      },
    });

  if (!missed) {
    const status = expired(
      `too old resource version: ${options.version} (${collection.history.floor})`,
    ).toStatus();
    gate.write(
      response,
      `${JSON.stringify({ type: 'ERROR', object: status })}\n`,
    );
    gate.end(response);
    return;
  }
  const forward = (event: StoreEvent) => {
    lastSent = event.revision;
    const visible = visibleEvent(event, fits);
    if (visible) send(visible);
  };
  missed.forEach(forward);
  if (options.initialEvents) {
    collection
      .list(namespace)
      .filter(fits)
      .forEach(object => send({ type: 'ADDED', object }));
    if (options.bookmarks && options.marksInitialEnd) {
      bookmark({ 'k8s.io/initial-events-end': 'true' });
    }
  }
  lastSent = store.revision;
  const unsubscribe = collection.subscribe(forward);

  const cancel = schedule(
    options,
    () => {
      lastSent = store.revision;
      bookmark();
    },
    () => gate.end(response),
  );
  const release = gate.admit(response);
  response.on('close', () => {
    unsubscribe();
    release();
    cancel();
  });
}
