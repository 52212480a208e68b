import { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';
import { accessReviewKind, reviewAccess } from './http/accessReview';
import { readObject } from './http/body';
import { FaultInjector } from './http/faultInjector';
import { authenticate, identityOf } from './http/identity';
import { onHeaders } from './http/onHeaders';
import { Listener, UpgradeListener } from './http/listener';
import { serveNonResource } from './http/nonResources';
import { parseResourcePath } from './http/requestInfo';
import { inflict } from './http/inflict';
import { verbOf } from './http/verb';
import { RequestLog, RequestRecord } from './http/requestLog';
import { ResourceHandler } from './http/resourceHandler';
import {
  refuseUpgrade,
  sendFailure,
  sendJson,
  sendNoSuchPath,
} from './http/responder';
import { makeServerCertificate } from './http/tls';
import { CUSTOM_RESOURCE_DEFINITIONS } from './registry/customResources';
import { CustomResourceServing } from './registry/customResourceServing';
import { Registry } from './registry/registry';
import { ResourceDefinition, resourceId } from './registry/resourceDefinition';
import { Rest } from './rest/rest';
import { badRequest } from './status/errors';
import { Journal, keep } from './storage/journal';
import { Store } from './storage/store';
import { WatchGate } from './watch/watchGate';

/** How an API server is made. */
export interface ApiServerOptions {
  /** The common name of its certificate. */
  name: string;
  token: string;
  builtIns: ResourceDefinition[];
  /** Whether it serves CustomResourceDefinitions and what they define. */
  customResources: boolean;
  now: () => Date;
  /** Where its objects and its certificate outlive the process. */
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
  private readonly handler: ResourceHandler;

  private constructor(
    private readonly options: ApiServerOptions,
    readonly ca: string,
    makeListener: (
      handle: RequestListener,
      handleUpgrade: UpgradeListener,
    ) => Listener,
  ) {
    const { builtIns, customResources, journal, now } = options;
    this.store = new Store(journal);
    builtIns.forEach(definition => this.registry.register(definition));
    this.rest = new Rest(this.store, {
      now,
      definitions: () => this.registry.all(),
    });
    this.handler = new ResourceHandler({
      store: this.store,
      rest: this.rest,
      registry: this.registry,
      gate: this.watches,
      now,
    });
    if (customResources) {
      this.registry.register(CUSTOM_RESOURCE_DEFINITIONS);
      new CustomResourceServing(this.store, this.registry).start();
    }
    this.registry.all().forEach(d => this.store.collection(resourceId(d)));
    this.listener = makeListener(
      (request, response) => {
        this.serve(request, response).catch(error => {
          // The client went away in the middle of its request, or the answer had begun already.
          response.destroy(error as Error);
        });
      },
      (request, socket, head) => {
        this.serveUpgrade(request, socket, head).catch(error =>
          refuseUpgrade(socket, error),
        );
      },
    );
  }

  /** Makes a server with a certificate of its own, or with the one in its journal; it does not listen yet. */
  static async create(options: ApiServerOptions): Promise<ApiServer> {
    const certificate = await keep(options.journal, 'certificate', () =>
      makeServerCertificate(options.name),
    );
    return new ApiServer(
      options,
      certificate.ca,
      (handle, handleUpgrade) =>
        new Listener(certificate, handle, handleUpgrade),
    );
  }

  get token(): string {
    return this.options.token;
  }

  private async serve(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const method = request.method ?? 'GET';
    const record: RequestRecord = {
      method,
      path: request.url ?? '/',
      ...identityOf(request),
      status: 0,
    };
    this.log.add(record);
    onHeaders(response, code => {
      record.status = code;
    });
    try {
      authenticate(request, this.options.token);
      await this.route(request, response);
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
    this.log.add({
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      ...identityOf(request),
      status: 101,
    });
    authenticate(request, this.options.token);
    const [rawPath, rawQuery = ''] = (request.url ?? '/').split('?', 2);
    const path = parseResourcePath(rawPath);
    const definition = path && this.handler.resolve(path);
    const upgrade =
      definition?.subresources?.[path?.subresource ?? '']?.upgrade;
    if (!path || !definition || !upgrade) {
      throw badRequest('this path does not take upgrade requests');
    }
    const query = new URLSearchParams(rawQuery);
    await upgrade({ request, path, query, definition }, socket, head);
  }

  private async route(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const [rawPath, rawQuery = ''] = (request.url ?? '/').split('?', 2);
    const path = parseResourcePath(rawPath);
    const query = new URLSearchParams(rawQuery);
    const method = request.method ?? 'GET';
    const fault = this.faults.take({
      method,
      verb: path && verbOf(method, path, query),
      resource: path?.plural,
    });
    const reset = () => this.listener.reset(request.socket);
    if (fault && (await inflict(fault, response, reset))) return;
    const reviewKind = accessReviewKind(rawPath);
    if (reviewKind && request.method === 'POST') {
      const body = await readObject(request, reviewKind);
      sendJson(response, 201, reviewAccess(reviewKind, body));
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
    await this.handler.handle({ request, response, path, query, definition });
  }
}
