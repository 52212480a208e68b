import { IncomingMessage, ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';
import { ResourcePath } from '../http/requestInfo';
import { ResourceDefinition } from './resourceDefinition';

/** What a subresource knows of any request to it. */
export interface SubresourceCall {
  request: IncomingMessage;
  path: ResourcePath;
  query: URLSearchParams;
  definition: ResourceDefinition;
}

/** A subresource that a resource brings along, such as `pods/log`; `status` is served without one. */
export interface Subresource {
  /** As in discovery: `['get']` for a log, `['create', 'get']` for exec. */
  verbs: string[];
  /** The kind of its options in discovery; the resource's own when left out. */
  kind?: string;
  /** Serves a plain request. What it throws is answered as a `Status`. */
  handle(call: SubresourceCall & { response: ServerResponse }): Promise<void>;
  /** Takes over the connection of a request that asks for another protocol; without it such a request is a 400. */
  upgrade?(call: SubresourceCall, socket: Duplex, head: Buffer): Promise<void>;
}
