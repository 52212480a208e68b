import { IncomingMessage, ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';
import { AccessControl, Admission } from '../auth/accessControl';
import { Registry } from '../registry/registry';
import { answerReview, reviewAt } from '../reviews/reviews';
import { badRequest } from '../status/errors';
import { readObject } from './body';
import { FaultInjector } from './faultInjector';
import { inflict } from './inflict';
import { Listener } from './listener';
import { serveNonResource } from './nonResources';
import { onHeaders } from './onHeaders';
import { parseResourcePath } from './requestInfo';
import { recordOf, RequestLog } from './requestLog';
import { ResourceHandler } from './resourceHandler';
import {
  refuseUpgrade,
  sendFailure,
  sendJson,
  sendNoSuchPath,
} from './responder';

function targetOf({ url = '/' }: IncomingMessage) {
  const [rawPath, rawQuery = ''] = url.split('?', 2);
  const query = new URLSearchParams(rawQuery);
  return { rawPath, path: parseResourcePath(rawPath), query };
}

/** What a request meets on its way. */
export interface ApiServerParts {
  access: AccessControl;
  faults: FaultInjector;
  log: RequestLog;
  registry: Registry;
  resources: ResourceHandler;
}

/**
 * Takes each request from the log over who asks and the faults that wait for it to whoever answers it.
 * k8s.io/apiserver, pkg/server/handler.go
 */
export class ApiServerHandler {
  constructor(
    private readonly parts: ApiServerParts,
    /** Resets the connection of a request. */
    private readonly reset: Listener['reset'],
  ) {}

  /** Answers a request; rejects when that broke off in the middle. */
  async serve(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const record = recordOf(request);
    this.parts.log.add(record);
    onHeaders(response, code => {
      record.status = code;
    });
    try {
      await this.route(request, response, this.parts.access.admit(request));
    } catch (error) {
      if (response.headersSent) throw error;
      sendFailure(response, error);
    } finally {
      // What nobody read of a body must not block the connection.
      request.resume();
    }
  }

  /** Serves a request for another protocol, such as the WebSocket of `pods/exec`. */
  async serveUpgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ): Promise<void> {
    const record = { ...recordOf(request), status: 101 };
    this.parts.log.add(record);
    try {
      this.parts.access.admit(request);
      const { path, query } = targetOf(request);
      const definition = path && this.parts.resources.resolve(path);
      const upgrade =
        definition?.subresources?.[path?.subresource ?? '']?.upgrade;
      if (!path || !definition || !upgrade) {
        throw badRequest('this path does not take upgrade requests');
      }
      await upgrade({ request, path, query, definition }, socket, head);
    } catch (error) {
      record.status = refuseUpgrade(socket, error);
    }
  }

  private async route(
    request: IncomingMessage,
    response: ServerResponse,
    { user, attributes }: Admission,
  ): Promise<void> {
    const { rawPath, path, query } = targetOf(request);
    const method = request.method ?? 'GET';
    const fault = this.parts.faults.take({
      method,
      verb: path && attributes.verb,
      resource: path?.plural,
    });
    const reset = () => this.reset(request.socket);
    if (fault && (await inflict(fault, response, reset))) return;
    const review = reviewAt(path);
    if (review && request.method === 'POST') {
      const body = await readObject(request, review.kind);
      const { access } = this.parts;
      const context = { access, user, namespace: path?.namespace };
      sendJson(response, 201, answerReview(review, body, context));
      return;
    }
    if (serveNonResource(request, response, rawPath, this.parts.registry)) {
      return;
    }
    const definition = path && this.parts.resources.resolve(path);
    if (!path || !definition) {
      sendNoSuchPath(response);
      return;
    }
    await this.parts.resources.handle({
      ...{ request, response, user, path, query, definition },
    });
  }
}
