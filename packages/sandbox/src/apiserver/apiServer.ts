import { IncomingMessage, ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';
import { AccessControl, Admission } from './auth/accessControl';
import { ADMIN } from './auth/authenticator';
import { EscalationCheck } from './auth/rbac/escalation';
import { makeTokenKey } from './auth/serviceAccountTokens';
import { answerReview, reviewAt } from './reviews/reviews';
import { readObject } from './http/body';
import { FaultInjector } from './http/faultInjector';
import { onHeaders } from './http/onHeaders';
import { Listener } from './http/listener';
import { serveNonResource } from './http/nonResources';
import { parseResourcePath } from './http/requestInfo';
import { inflict } from './http/inflict';
import { recordOf, RequestLog } from './http/requestLog';
import { ResourceHandler } from './http/resourceHandler';
import {
  refuseUpgrade,
  sendFailure,
  sendJson,
  sendNoSuchPath,
} from './http/responder';
import { Authority, makeAuthority } from './http/tls';
import { CUSTOM_RESOURCE_DEFINITIONS } from './registry/customResources';
import { CustomResourceServing } from './registry/customResourceServing';
import { Registry } from './registry/registry';
import { ResourceDefinition, resourceId } from './registry/resourceDefinition';
import { Rest } from './rest/rest';
import { badRequest } from './status/errors';
import { Journal, keep } from './storage/journal';
import { Store } from './storage/store';
import { WatchGate } from './watch/watchGate';

function targetOf({ url = '/' }: IncomingMessage) {
  const [rawPath, rawQuery = ''] = url.split('?', 2);
  const query = new URLSearchParams(rawQuery);
  return { rawPath, path: parseResourcePath(rawPath), query };
}

/** How an API server is made. */
export interface ApiServerOptions {
  /** The common name of its certificate. */
  name: string;
  token: string;
  builtIns: ResourceDefinition[];
  /** Whether it serves CustomResourceDefinitions and what they define. */
  customResources: boolean;
  now: () => Date;
  /** Where its objects, certificates and keys outlive the process. */
  journal?: Journal;
}

/** A Kubernetes API in memory, served over HTTPS on loopback. */
export class ApiServer {
  readonly store: Store;
  readonly registry = new Registry();
  readonly rest: Rest;
  readonly log = new RequestLog();
  readonly faults = new FaultInjector();
  readonly watches = new WatchGate();
  readonly listener: Listener;
  readonly access: AccessControl;
  private readonly handler: ResourceHandler;

  private constructor(
    private readonly options: ApiServerOptions,
    readonly authority: Authority,
    tokenKey: string,
  ) {
    const { builtIns, customResources, journal, now } = options;
    this.store = new Store(journal);
    builtIns.forEach(definition => this.registry.register(definition));
    this.rest = new Rest(this.store, {
      now,
      definitions: () => this.registry.all(),
    });
    this.access = new AccessControl(this.store, options.token, tokenKey);
    this.handler = new ResourceHandler({
      store: this.store,
      rest: this.rest,
      registry: this.registry,
      gate: this.watches,
      escalation: new EscalationCheck(this.access.policy),
      now,
    });
    if (customResources) {
      this.registry.register(CUSTOM_RESOURCE_DEFINITIONS);
      new CustomResourceServing(this.store, this.registry).start();
    }
    this.registry.all().forEach(d => this.store.collection(resourceId(d)));
    this.listener = new Listener(
      { ...authority.server, ca: this.ca },
      (request, response) => {
        this.serve(request, response).catch(error => {
          // The client went away in the middle of its request, or the answer had begun already.
          response.destroy(error as Error);
        });
      },
      (request, socket, head) => {
        this.serveUpgrade(request, socket, head).catch(error =>
          socket.destroy(error as Error),
        );
      },
    );
  }

  /** Makes a server with certificates of its own, or with those in its journal; it does not listen yet. */
  static async create(options: ApiServerOptions): Promise<ApiServer> {
    const authority = await keep(options.journal, 'authority', () =>
      makeAuthority(options.name, ADMIN),
    );
    const tokenKey = await keep(
      options.journal,
      'service-account-key',
      makeTokenKey,
    );
    return new ApiServer(options, authority, tokenKey);
  }

  get token(): string {
    return this.options.token;
  }

  /** The PEM of the CA that signed the server's certificate. */
  get ca(): string {
    return this.authority.ca.cert;
  }

  private async serve(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const record = recordOf(request);
    this.log.add(record);
    onHeaders(response, code => {
      record.status = code;
    });
    try {
      await this.route(request, response, this.access.admit(request));
    } catch (error) {
      if (response.headersSent) throw error;
      sendFailure(response, error);
    } finally {
      // What nobody read of a body must not block the connection.
      request.resume();
    }
  }

  /** Serves a request for another protocol, such as the WebSocket of `pods/exec`. */
  private async serveUpgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ): Promise<void> {
    const record = { ...recordOf(request), status: 101 };
    this.log.add(record);
    try {
      this.access.admit(request);
      const { path, query } = targetOf(request);
      const definition = path && this.handler.resolve(path);
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
    const fault = this.faults.take({
      method,
      verb: path && attributes.verb,
      resource: path?.plural,
    });
    const reset = () => this.listener.reset(request.socket);
    if (fault && (await inflict(fault, response, reset))) return;
    const review = reviewAt(path);
    if (review && request.method === 'POST') {
      const body = await readObject(request, review.kind);
      const { access } = this;
      const context = { access, user, namespace: path?.namespace };
      sendJson(response, 201, answerReview(review, body, context));
      return;
    }
    if (serveNonResource(request, response, rawPath, this.registry)) {
      return;
    }
    const definition = path && this.handler.resolve(path);
    if (!path || !definition) {
      sendNoSuchPath(response);
      return;
    }
    await this.handler.handle({
      ...{ request, response, user, path, query, definition },
    });
  }
}
