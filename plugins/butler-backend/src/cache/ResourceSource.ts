import type { KubeObject } from '@butler-portal/plugin-butler-common';
import { toApiError } from '../kubernetes/errors';
import type { KubernetesClient } from '../kubernetes/KubernetesClient';
import { collectionPath } from '../kubernetes/paths';
import type { ResourceType } from '../kubernetes/resourceTypes';
import type { ObjectEvent } from './ObjectStore';
import { slim } from './slim';

/** One event of a watch. */
export type SourceEvent<T> =
  | ObjectEvent<T>
  | { type: 'BOOKMARK'; resourceVersion?: string };

/** A page of a list. */
export interface SourcePage<T> {
  items: T[];
  resourceVersion: string;
  next?: string;
}

/** Where the objects of one kind come from. */
export interface ObjectSource<T> {
  list(signal: AbortSignal, next?: string): Promise<SourcePage<T>>;
  /** Resolves once the API server has agreed to the watch. */
  watch(
    resourceVersion: string,
    signal: AbortSignal,
  ): Promise<AsyncIterable<SourceEvent<T>>>;
}

interface ListBody<T> {
  items: T[];
  metadata: { resourceVersion: string; continue?: string };
}

interface WatchLine<T> {
  type: string;
  object: T & { code?: number };
}

const PAGE_SIZE = '500';
/** The API server ends a watch after this, and it is opened again; no watch outlives its server for long. */
const WATCH_SECONDS = 300;

function toEvent<T extends KubeObject>(line: unknown): SourceEvent<T> {
  const { type, object } = line as WatchLine<T>;
  switch (type) {
    case 'ADDED':
    case 'MODIFIED':
    case 'DELETED':
      return { type, object: slim(object) };
    case 'BOOKMARK':
      return { type, resourceVersion: object.metadata.resourceVersion };
    default:
      // `ERROR` carries a Status, most often 410.
      throw toApiError(object?.code ?? 500, object);
  }
}

/** The objects of one kind, in one namespace or in all of a cluster. */
export function resourceSource<T extends KubeObject>(
  client: KubernetesClient,
  type: ResourceType,
  namespace?: string,
): ObjectSource<T> {
  const path = collectionPath(type, namespace);
  return {
    async list(signal, next) {
      const { items, metadata } = await client.request<ListBody<T>>({
        method: 'GET',
        path,
        query: { limit: PAGE_SIZE, ...(next && { continue: next }) },
        signal,
      });
      return {
        items: items.map(slim),
        resourceVersion: metadata.resourceVersion,
        next: metadata.continue,
      };
    },
    async watch(resourceVersion, signal) {
      const lines = await client.watch({
        path,
        query: {
          watch: 'true',
          allowWatchBookmarks: 'true',
          timeoutSeconds: String(WATCH_SECONDS),
          resourceVersion,
        },
        signal,
      });
      return (async function* events() {
        for await (const line of lines) yield toEvent<T>(line);
      })();
    },
  };
}
