import { IncomingMessage, ServerResponse } from 'node:http';
import { UserInfo } from '../auth/userInfo';
import { EscalationCheck } from '../auth/rbac/escalation';
import { ResourceDefinition } from '../registry/resourceDefinition';
import { Registry } from '../registry/registry';
import { Rest } from '../rest/rest';
import { badRequest } from '../status/errors';
import { Store } from '../storage/store';
import { ObjectKey } from '../types';
import { WatchGate } from '../watch/watchGate';
import { ResourcePath } from './requestInfo';

/** What the handlers of all requests share. */
export interface HandlerContext {
  store: Store;
  rest: Rest;
  registry: Registry;
  gate: WatchGate;
  escalation: EscalationCheck;
  now: () => Date;
}

/** A request about a resource, with all that its handler needs. */
export interface ResourceCall {
  request: IncomingMessage;
  response: ServerResponse;
  /** In whose name it comes. */
  user: UserInfo;
  path: ResourcePath;
  query: URLSearchParams;
  definition: ResourceDefinition;
}

/** The object that a request is about; a path without a name is a 400. */
export function keyOf({ path }: Pick<ResourceCall, 'path'>): ObjectKey {
  if (path.name === undefined) {
    throw badRequest('name must be provided');
  }
  return { namespace: path.namespace, name: path.name };
}
